import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadsIn } from '../../server/src/annotations/notes.ts';
import { exportFiles, exportText } from '../../server/src/exchange/formats.ts';
import type { Subject } from '../../server/src/report/content.ts';
import type { ExportTask } from './arguments.ts';
import type { FolderReading } from './folders.ts';
import { pathsIn } from './import.ts';
import { folderOf } from './store.ts';

/**
 * Writes what was found and what readers made of it.
 *
 * @param subject names the sources as a report does
 * @returns what goes to standard output
 */
export async function exportTo(
  { annotated }: FolderReading,
  { format, names, output }: ExportTask,
  subject: Subject,
): Promise<Iterable<string>> {
  const annotations = new Map(annotated.flatMap((each) => each.annotations.map((one) => [one.id, one] as const)));
  const threads = annotated.flatMap(({ annotations: own, texts }) =>
    threadsIn(new Map(own.map((a) => [a.id, a])), texts),
  );
  // corpora are found again by where their texts lie in the folder
  const inFolder = { ...subject, pathOf: pathsIn(await folderOf(names)) };
  const written = { subject: format === 'brat' || format === 'conll' ? inFolder : subject, annotations, threads };
  if (format !== 'brat') {
    const text = exportText(format, written);
    if (output === undefined) return text;
    await write(output, [...text].join(''));
    return [];
  }
  for (const { path, content } of exportFiles(written)) await write(join(output ?? '.', path), content);
  return [];
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
