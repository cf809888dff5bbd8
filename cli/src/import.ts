import { readFile } from 'node:fs/promises';
import type { Annotation } from '../../server/src/annotations/annotation.ts';
import { sourceAddress, sourcePath, targetsOf, timeOf } from '../../server/src/annotations/annotation.ts';
import { parse } from '../../server/src/annotations/file.ts';
import { placeTargets } from '../../server/src/annotations/sources.ts';
import { textsIn } from './annotations.ts';
import { type ImportTask, InputError } from './arguments.ts';
import { readSources } from './readSources.ts';
import { folderOf, openStore } from './store.ts';

/**
 * Takes annotations of another program into the annotation file of a folder. What has no place in the sources is taken
 * too, and told.
 *
 * @returns whether all have a place
 * @throws InputError when the file is no document of annotations
 */
export async function importAnnotations(
  { file, names }: ImportTask,
  warn: (message: string) => void,
): Promise<{ imported: number; unplaced: number }> {
  const documents = await readSources(names, warn);
  const folder = await folderOf(names);
  const store = await openStore(folder, warn);
  const texts = textsIn(folder, documents);
  const given = [...(await readAnnotationsOf(file)).values()].map(withOurAddresses);
  const isNews = (each: Annotation) => timeOf(each) > timeOf(store.annotations.get(each.id) ?? NEVER);
  const news = given.filter((each) => !store.annotations.has(each.id) || isNews(each));
  if (news.length > 0) await store.put(...news);
  let unplaced = 0;
  for (const annotation of news) {
    const lost = placeTargets(annotation, texts).filter(({ at }) => !at);
    if (lost.length > 0) unplaced++;
    for (const { target } of lost) warn(`no place for ${annotation.id}: ${target.source} ${quoteOf(target)}`);
  }
  return { imported: news.length, unplaced };
}

const NEVER: Annotation = { id: '', type: 'Annotation', motivation: '', created: '', target: [] };

async function readAnnotationsOf(file: string): Promise<Map<string, Annotation>> {
  const bytes = await readFile(file).catch(() => {
    throw new InputError(`${file}: no such file, or no permission to read it`);
  });
  const { annotations, problem } = parse(new TextDecoder().decode(bytes));
  if (problem) throw new InputError(`${file}:${problem.line + 1}: ${problem.message}`);
  return annotations;
}

/** Other programs name a source as they know it; what is a plain path counts from the folder. */
function withOurAddresses(annotation: Annotation): Annotation {
  const targets = targetsOf(annotation);
  if (targets.length === 0) return annotation;
  const target = targets.map((each) => {
    const isPath = sourcePath(each.source) === undefined && !/^[a-z][a-z0-9+.-]*:|^\.\.?\/|^\//i.test(each.source);
    return isPath ? { ...each, source: sourceAddress(decode(each.source)) } : each;
  });
  return { ...annotation, target };
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function quoteOf({ selector }: ReturnType<typeof targetsOf>[number]): string {
  const quote = selector.find((each) => each.type === 'TextQuoteSelector');
  const words = quote?.type === 'TextQuoteSelector' ? quote.exact.replace(/\s+/g, ' ').slice(0, 80) : '';
  return words ? `“${words}”` : '';
}
