import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const grammarPath = new URL('../../../syntaxes/source-text.tmLanguage.json', import.meta.url);
let grammar: IGrammar;

beforeAll(async () => {
  await loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(grammarPath, 'utf8'), 'source-text.tmLanguage.json'),
  });
  grammar = (await registry.loadGrammar('text.source-text')) as IGrammar;
});

/** The stretches of each line that have a scope of their own: their text and the innermost scope's name. */
function scopesOf(...lines: string[]): [text: string, scope: string][][] {
  let stack = INITIAL;
  return lines.map((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = scopes.at(-1)?.replace('.source-text', '') ?? '';
      return scope === 'text' ? [] : [[line.slice(startIndex, endIndex), scope]];
    });
  });
}

/** The scopes of one line in the middle of a text. */
function inBody(line: string): [text: string, scope: string][] {
  return scopesOf('Headline', '', line)[2] ?? [];
}

describe('the grammar of source texts', () => {
  it('takes the first line for the headline, and only the first', () => {
    const [first, , third] = scopesOf('Ministers to meet in Oslo', '', 'The ministers meet on Friday, they said.');
    expect(first).toEqual([['Ministers to meet in Oslo', 'markup.heading.headline']]);
    expect(third).toEqual([['said', 'keyword.other.attribution']]);
  });

  it('takes a first line that is a sentence for text', () => {
    expect(scopesOf('The ministers arrived on Friday.')).toEqual([[]]);
  });

  it.each([
    'OSLO, May 15 (Reuters) - ',
    'OSLO (AP) — ',
    'GENEVA/OSLO, June 3, 2021 – ',
    'Oslo, Norway, June 3 (AFP)',
    'Oslo, June 3, 2021 – ',
  ])('finds the dateline %s', (dateline) => {
    const found = inBody(`${dateline}The ministers met.`);
    expect(found[0]?.[1]).toBe('keyword.other.dateline');
    const text = found.map(([each]) => each).join('');
    expect(dateline.trim()).toBe(text.trim());
  });

  it('takes no sentence with a dash for a dateline', () => {
    expect(inBody('The minister - who had flown in - left.')).toEqual([]);
  });

  it('tells a caption from its credit', () => {
    expect(inBody('The minister waves from a train. (Photo by A. Person/Some Agency)')).toEqual([
      ['The minister waves from a train. ', 'comment.line.caption'],
      ['(Photo by A. Person/Some Agency)', 'comment.line.credit'],
    ]);
  });

  it.each(['Jo Doe | Afp | Getty Images', 'Photo: Jo Doe', 'Photo by Jo Doe'])('finds the credit %s', (line) => {
    expect(inBody(line)).toEqual([[line, 'comment.line.credit']]);
  });

  it('finds quotations in typographic and in straight marks', () => {
    const scopes = (line: string) => inBody(line).filter(([, scope]) => scope.startsWith('string'));
    expect(scopes('He called it “a good day” for all.')).toEqual([['a good day', 'string.quoted.double']]);
    expect(scopes('He called it "a good day" for all.')).toEqual([['a good day', 'string.quoted.double']]);
    expect(scopes('He called it ‘the people’s day’ at last.')).toEqual([
      ['‘the people’s day’', 'string.quoted.single'],
    ]);
  });

  it('ends a quotation that is never closed with its line', () => {
    const lines = scopesOf('Headline', '“We shall see, he began.', 'Nothing came of it.');
    expect(lines[1]?.at(-1)).toEqual(['We shall see, he began.', 'string.quoted.double']);
    expect(lines[2]).toEqual([]);
  });

  it('takes inches and apostrophes for no quotation', () => {
    expect(inBody('The 12" record was the players’ and the band’s own.')).toEqual([]);
  });

  it('finds who is said to have said it', () => {
    expect(inBody('The road is open, according to police.')).toEqual([['according to', 'keyword.other.attribution']]);
  });

  it('finds bullets, labels and subheadings', () => {
    expect(inBody('• The road is open.')).toEqual([['•', 'punctuation.definition.list.bullet']]);
    expect(inBody("What's next:")).toEqual([["What's next:", 'markup.heading.label']]);
    expect(inBody('Who Sits at the Table')).toEqual([['Who Sits at the Table', 'markup.heading.subheading']]);
  });

  it('takes a short sentence for no subheading', () => {
    expect(inBody('The road is open.')).toEqual([]);
    expect(inBody('The road is open.”')).toEqual([]);
  });

  it('finds links, handles and hashtags, without the stop after them', () => {
    expect(inBody('See https://example.org/a?b=1. Posted to @some_one with #News today, see.')).toEqual([
      ['https://example.org/a?b=1', 'markup.underline.link'],
      ['@some_one', 'variable.other.handle'],
      ['#News', 'entity.name.tag.hashtag'],
    ]);
    expect(inBody('Write to desk@example.org to have your say.')).toEqual([
      ['desk@example.org', 'markup.underline.link'],
    ]);
  });

  it('finds the byline and the note on sources', () => {
    expect(inBody('By Jo Doe and Ann Other')).toEqual([
      ['By', 'keyword.other.byline'],
      ['Jo Doe and Ann Other', 'variable.other.author'],
    ]);
    expect(inBody('The Source: The ministry’s statement.')).toEqual([
      ['The Source: The ministry’s statement.', 'comment.line.note'],
    ]);
  });
});
