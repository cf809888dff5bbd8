import type { AnnotationSet } from '../annotations/file.ts';
import type { Thread } from '../annotations/notes.ts';
import type { Subject } from '../report/content.ts';
import { bratFiles, type TextFile } from './brat.ts';
import { conllText } from './conll.ts';
import { csvReport } from './csv.ts';
import { jsonldText } from './jsonld.ts';
import { sarifReport } from './sarif.ts';

/** What annotations and findings are exchanged as. */
export const EXCHANGE_FORMATS = ['jsonld', 'brat', 'conll', 'csv', 'sarif'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

/** What is written out: what was found, and what readers have made of it. */
export interface Written {
  subject: Subject;
  annotations: AnnotationSet;
  threads: Thread[];
}

/** A format that is one file, as text in pieces. */
export function exportText(
  format: Exclude<ExchangeFormat, 'brat'>,
  { subject, annotations }: Written,
): Iterable<string> {
  switch (format) {
    case 'jsonld':
      return [jsonldText(annotations)];
    case 'conll':
      return conllText(subject);
    case 'csv':
      return csvReport(subject);
    case 'sarif':
      return sarifReport(subject);
  }
}

/** brat, which is a folder of files. */
export function exportFiles({ subject, threads }: Written): Iterable<TextFile> {
  return bratFiles(subject, threads);
}

const ENDINGS: Record<string, ExchangeFormat> = {
  jsonld: 'jsonld',
  json: 'jsonld',
  ann: 'brat',
  conll: 'conll',
  conllup: 'conll',
  iob2: 'conll',
  iob: 'conll',
  bio: 'conll',
  csv: 'csv',
  sarif: 'sarif',
};

/** The format that the name of a file tells; undefined where it tells none. */
export function formatOf(path: string): ExchangeFormat | undefined {
  if (/\.sarif\.json$/i.test(path)) return 'sarif';
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
}
