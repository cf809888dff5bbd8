/**
 * Tokens in columns with IOB2 tags, as the CoNLL shared tasks have them (Tjong Kim Sang and De Meulder, 2003), in the
 * CoNLL-U Plus form (universaldependencies.org/ext-format.html) that says what its columns are. The tag is the last
 * column, so that programs which read CoNLL-2003 read it. Tokens tell where they stand by following each other in the text.
 */
import type { Entity, EntityMention, EntityType, Span } from '../analysis/model.ts';
import type { Subject } from '../report/content.ts';
import { EntityCollector, type ExchangedEntity, type Sources, typeNamed, type Unplaced } from './entities.ts';

const COLUMNS = ['FORM', 'MISC', 'CROSSREAD:NER'];
const NOTHING = '_';

/** CoNLL-2003 has the first three, OntoNotes the others. */
const TAGS: Record<EntityType, string> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  event: 'EVENT',
  date: 'DATE',
  work: 'WORK_OF_ART',
  product: 'PRODUCT',
  norp: 'NORP',
};

interface Name {
  entity: Entity;
  mention: EntityMention;
}

/** The names of all sources. Of names that overlap the longest is written: a token has one tag. */
export function* conllText({ reading, pathOf }: Subject): Generator<string> {
  yield `# global.columns = ${COLUMNS.join(' ')}\n`;
  const words = new Intl.Segmenter('en', { granularity: 'word' });
  for (const { path, read } of reading.sources) {
    const document = reading.document(path);
    if (!document) continue;
    const names = apart(reading.mentionsIn(path).filter(({ mention }) => mention.kind === 'name'));
    yield `# newdoc id = ${pathOf(path)}\n`;
    for (const part of partsOf(document.text, read.sentences, names)) {
      const lines = linesOf(document.text, part, names, words);
      if (lines !== '') yield `${lines}\n`;
    }
  }
}

function apart(names: Name[]): Name[] {
  const kept: Name[] = [];
  const length = ({ mention }: Name) => mention.end - mention.start;
  for (const name of [...names].sort((a, b) => length(b) - length(a))) {
    const isFree = kept.every(({ mention: { start, end } }) => name.mention.end <= start || end <= name.mention.start);
    if (isFree) kept.push(name);
  }
  return kept.sort((a, b) => a.mention.start - b.mention.start);
}

/** The sentences and what stands between them; none ends inside a name. */
function partsOf(text: string, sentences: Span[], names: Name[]): Span[] {
  const isInside = (at: number) => names.some(({ mention }) => mention.start < at && at < mention.end);
  const edges = new Set([0, text.length, ...sentences.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...edges].filter((at) => !isInside(at)).sort((a, b) => a - b);
  return sorted.slice(1).map((end, i) => ({ start: sorted[i] as number, end }));
}

function linesOf(text: string, { start, end }: Span, names: Name[], words: Intl.Segmenter): string {
  const inside = names.filter(({ mention }) => start <= mention.start && mention.end <= end);
  const edges = [start, ...inside.flatMap(({ mention }) => [mention.start, mention.end]), end];
  let lines = '';
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1] as number, edges[i] as number];
    // every second stretch is a name
    const name = i % 2 === 0 ? inside[i / 2 - 1] : undefined;
    let tag = name ? 'B' : 'O';
    for (const { segment } of words.segment(text.slice(from, to))) {
      for (const token of segment.split(/\s+/)) {
        if (token === '') continue;
        lines += name
          ? `${token}\t${told(name.entity, tag)}\t${tag}-${TAGS[name.entity.type]}\n`
          : `${token}\t${NOTHING}\tO\n`;
        if (name) tag = 'I';
      }
    }
  }
  return lines;
}

/** What the first token of a name says of its entity, as fields of the column MISC. */
function told({ id, name }: Entity, tag: string): string {
  return tag === 'B' ? `Entity=${encodeURIComponent(id)}|Name=${encodeURIComponent(name)}` : NOTHING;
}

/** What a file says, and what of it could not be made out. */
export interface ConllContent {
  entities: ExchangedEntity[];
  unplaced: Unplaced[];
}

interface Open {
  key: string;
  name?: string;
  label: string;
  line: number;
  start: number;
  end: number;
}

/**
 * Reads tagged tokens: IOB1, IOB2 or BIOES tags in the last column, the token in the first, unless the file names its
 * columns. `# newdoc id` or the name of the file says of which source they are.
 *
 * @param path of the file
 */
export function readConll(content: string, path: string, sources: Sources): ConllContent {
  const reader = new ConllReader(sources);
  reader.document(path.replace(/\.[^./]*$/, '.txt'));
  for (const [line, text] of content.split(/\r?\n/).entries()) reader.line(text, line);
  return reader.end();
}

class ConllReader {
  readonly #collector = new EntityCollector();
  readonly #unplaced: Unplaced[] = [];
  #columns = { form: 0, misc: -1, tag: -1 };
  #source: { path: string; text: string } | undefined;
  #wanted = '';
  /** Where the last token ended. */
  #at = 0;
  #open: Open | undefined;
  #count = 0;

  constructor(private readonly sources: Sources) {}

  document(name: string): void {
    this.#close();
    this.#wanted = name;
    this.#source = this.sources.find(name);
    this.#at = 0;
  }

  line(text: string, line: number): void {
    const [, columns] = /^# global\.columns *=(.*)$/.exec(text) ?? [];
    const [, id] = /^# newdoc id *=(.*)$/.exec(text) ?? [];
    if (columns !== undefined) this.#name(columns.trim().split(/\s+/));
    else if (id !== undefined) this.document(id.trim());
    else if (text.trim() === '' || text.startsWith('-DOCSTART-')) this.#close();
    // a comment has a blank after its mark, which a token "#" has not
    else if (text.includes('\t') || !text.startsWith('# ')) {
      this.#token(text.includes('\t') ? text.split('\t') : text.split(/ +/), line);
    }
  }

  end(): ConllContent {
    this.#close();
    return { entities: this.#collector.entities, unplaced: this.#unplaced };
  }

  #name(columns: string[]): void {
    const tag = columns.findIndex((name) => /NER|NE$/.test(name));
    this.#columns = { form: Math.max(columns.indexOf('FORM'), 0), misc: columns.indexOf('MISC'), tag };
  }

  #token(cells: string[], line: number): void {
    const { form, misc, tag } = this.#columns;
    const [mark = 'O', ...label] = (cells.at(tag) ?? 'O').split('-');
    const span = this.#find(cells[form] ?? '');
    const type = label.join('-');
    const goesOn = /^[IEL]$/.test(mark) && this.#open?.label === type;
    if (!goesOn) this.#close();
    if (type === '') return;
    if (!span) this.#unplaced.push({ line, message: this.#whyNot(cells[form] ?? '') });
    else if (this.#open) this.#open.end = span.end;
    else {
      const { key, name } = fieldsOf(cells[misc]);
      const own = key || `${this.#source?.path}#${++this.#count}`;
      this.#open = { key: own, ...(name ? { name } : {}), label: type, line, ...span };
    }
    if (/^[ESUL]$/.test(mark)) this.#close();
  }

  #whyNot(token: string): string {
    return this.#source ? `“${token}” has no place in ${this.#source.path}.` : `There is no source ${this.#wanted}.`;
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open || !this.#source) return;
    const type = typeNamed(open.label);
    if (!type)
      this.#unplaced.push({
        line: open.line,
        message: `The type ${open.label} is not known here; the type is left open.`,
      });
    const mention = { path: this.#source.path, start: open.start, end: open.end, kind: 'name' as const };
    this.#collector.add(open.key, [mention], {
      ...(open.name === undefined ? {} : { name: open.name }),
      ...(type ? { type } : {}),
    });
  }

  /** The next place of a token: right after the last one, but for white space, or a little further on. */
  #find(token: string): Span | undefined {
    if (!this.#source || token === '') return undefined;
    const { text } = this.#source;
    for (const form of formsOf(token)) {
      const start = text.indexOf(form, this.#at);
      const between = text.slice(this.#at, start);
      if (start < 0 || (between.trim() !== '' && between.length > FARTHEST)) continue;
      this.#at = start + form.length;
      return { start, end: this.#at };
    }
    return undefined;
  }
}

/** Of text that the file does not have: a caption that was left out, a token that was changed. */
const FARTHEST = 200;

/** The Penn Treebank writes brackets and quotation marks otherwise than texts do. */
const TREEBANK: Record<string, string[]> = {
  '-LRB-': ['('],
  '-RRB-': [')'],
  '-LSB-': ['['],
  '-RSB-': [']'],
  '``': ['"', '“'],
  "''": ['"', '”'],
};

function formsOf(token: string): string[] {
  return [token, ...(Object.hasOwn(TREEBANK, token) ? (TREEBANK[token] ?? []) : [])];
}

function fieldsOf(misc = ''): { key: string; name?: string } {
  const fields = new Map(
    misc.split('|').map((field): [string, string] => [field.replace(/=.*$/s, ''), field.replace(/^[^=]*=/, '')]),
  );
  const name = fields.get('Name');
  return { key: decode(fields.get('Entity') ?? ''), ...(name ? { name: decode(name) } : {}) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
