import { t } from '@vscode/l10n';
import { decode } from '../analysis/text/decode.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { TextFile } from '../exchange/brat.ts';
import { EXCHANGE_FORMATS, exportFiles, exportText } from '../exchange/formats.ts';
import { readImport } from '../exchange/import.ts';
import type { ExportParams, ImportParams, ImportResult } from '../protocol.ts';
import type { Subject } from '../report/content.ts';
import type { WritableFileSystem } from '../workspace/fileSystem.ts';
import { canonicalUri, childUri, fileName, relativePath } from '../workspace/uri.ts';
import { walk } from '../workspace/walk.ts';
import { failure, orFail } from './decide.ts';

/** Writes annotations and findings for other programs. @returns how many files were written */
export function exportTo(
  fs: WritableFileSystem,
  annotations: Annotations,
  subject: Subject,
  { format, uri, folder }: ExportParams,
): Promise<number> {
  if (!EXCHANGE_FORMATS.includes(format)) throw failure(t('A format is one of {0}.', EXCHANGE_FORMATS.join(', ')));
  const { documents } = subject.reading;
  const written = { subject, annotations: annotations.annotationsOf(folder), threads: annotations.threads(documents) };
  const write = (to: string, content: string) => fs.writeFile(to, new TextEncoder().encode(content));
  if (format !== 'brat') return orFail(write(uri, [...exportText(format, written)].join('')).then(() => 1));
  return orFail(
    (async () => {
      let files = 0;
      for (const { path, content } of exportFiles(written)) {
        const to = childUri(uri, path);
        await fs.createDirectory(to.slice(0, to.lastIndexOf('/')));
        await write(to, content);
        files++;
      }
      return files;
    })(),
  );
}

/** Takes in what other programs or readers made of the sources. */
export async function importFrom(
  fs: WritableFileSystem,
  annotations: Annotations,
  subject: Subject,
  { uris, folder }: ImportParams,
): Promise<ImportResult> {
  const files = (await orFail(Promise.all(uris.map((uri) => readFiles(fs, canonicalUri(uri), subject.pathOf))))).flat();
  if (files.length === 0) throw failure(t('There are no .ann files in this folder.'));
  const { put, remove, unplaced, problems } = await orFail(
    annotations.take(folder, subject.reading.documents, (receiver) => readImport(files, { subject, ...receiver })),
  );
  return { imported: put.length, removed: remove.length, unplaced, problems };
}

/** A file, or those of brat in a folder, by their paths in it. */
async function readFiles(fs: WritableFileSystem, uri: string, pathOf: (uri: string) => string): Promise<TextFile[]> {
  if ((await fs.stat(uri)).type !== 'directory') return [{ path: pathOf(uri), content: await readText(fs, uri) }];
  const found: string[] = [];
  const options = {
    enters: () => true,
    gives: (path: string) => /\.ann$/i.test(path),
    onError: (_: string, error: unknown) => {
      throw error;
    },
  };
  for await (const file of walk(fs, uri, options, new Set())) found.push(file);
  const path = (file: string) => relativePath(uri, file) ?? fileName(file);
  return Promise.all(found.sort().map(async (file) => ({ path: path(file), content: await readText(fs, file) })));
}

async function readText(fs: WritableFileSystem, uri: string): Promise<string> {
  const decoded = decode(await fs.readFile(uri));
  if ('reason' in decoded) throw new Error(`${fileName(uri)} is no text (${decoded.reason}).`);
  return decoded.text;
}
