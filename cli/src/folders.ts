import { analyseSource, compareSources } from '../../server/src/analysis/analyse.ts';
import type { FolderAnalysis } from '../../server/src/analysis/model.ts';
import type { Document } from '../../server/src/workspace/document.ts';
import { type AnnotatedFolder, guidance, judge, readAnnotations } from './annotations.ts';
import { readSources } from './readSources.ts';

/** What was found in the sources, with what was decided of it. */
export interface FolderReading {
  documents: Document[];
  annotated: AnnotatedFolder[];
  analysis: FolderAnalysis;
}

/** Reads the named files and folders and compares them. @throws InputError as {@link readSources} does */
export async function readFolders(names: string[], warn: (message: string) => void): Promise<FolderReading> {
  const documents = await readSources(names, warn);
  const annotated = await readAnnotations(documents, warn);
  const found = compareSources(
    documents.map(({ uri, text }) => analyseSource(uri, text)),
    guidance(annotated),
  );
  return { documents, annotated, analysis: { ...found, contradictions: judge(found.contradictions, annotated) } };
}
