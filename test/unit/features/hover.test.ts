import { marked } from 'marked';
import { expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { hover } from '../../../server/src/features/hover.ts';
import { uriOf } from '../workspace/memory.ts';
import { explosion, Folder, type Place, there } from './folder.ts';

function shown(folder: Folder, ...[name, words]: Place): string {
  const answer = hover(folder.reading, uriOf(name), folder.offset(name, words));
  return (answer?.contents as MarkupContent | undefined)?.value ?? '';
}

test('a short name tells why it is taken for the one who is shown', () => {
  expect(shown(explosion(), 'b.txt', 'Bell')).toContain('**Anna Bell** — person\n\nHere: short for Anna Bell\n\n');
});

test('a name tells who it is and where else it stands, the other sources first, with links', () => {
  expect(shown(explosion(), 'a.txt', 'Anna Bell')).toBe(
    [
      '**Anna Bell** — person',
      'Also: Bell',
      'Described as: mayor',
      [
        '2 mentions in 2 sources:',
        '',
        '- **Toll rises**',
        '  - [line 3](file:///news/b.txt#L3,39): “At least 24 people were killed\\, Mayor **Bell** said\\.”',
        '- **Depot burns in Karo** (this source)',
        '  - [line 3](file:///news/a.txt#L3,48): “Officials said 5 people were killed on Monday\\. **Anna Bell**\\, the mayor\\, was there\\. She left at noon\\.”',
      ].join('\n'),
      'By role or pronoun: [the mayor](file:///news/a.txt#L3,59), [She](file:///news/a.txt#L3,81)',
    ].join('\n\n'),
  );
});

test('a disputed value tells the question, every position with its sources, and why', () => {
  expect(shown(explosion(), 'a.txt', '5 people')).toBe(
    [
      '**How many people were killed\\?** — conflict (number), confidence 90 %',
      [
        '- **“5”** (here)',
        '  - [Depot burns in Karo](file:///news/a.txt#L3,16) (Officials): “Officials said **5 people** were killed on Monday\\. Anna Bell\\, the mayor\\, was there\\. She left at noon\\.”',
        '- **“24”**',
        '  - [Toll rises](file:///news/b.txt#L3,10): “At least **24 people** were killed\\, Mayor Bell said\\.”',
        '  - [Dozens hurt](file:///news/c.txt#L3,24): “Police put the dead at **24**\\. Nobody else was missing\\.”',
      ].join('\n'),
      'The figures differ\\.',
    ].join('\n\n'),
  );
});

test('the rest of a disputed statement tells of the dispute too; other words tell nothing', () => {
  expect(shown(explosion(), 'a.txt', 'Officials said')).toContain('How many people');
  expect(shown(explosion(), 'a.txt', 'noon')).toBe('');
});

test('covers the name or the words in dispute', () => {
  const folder = explosion();
  const answer = hover(folder.reading, uriOf('a.txt'), folder.offset('a.txt', '5 people'));
  const range = there(answer?.range);
  expect(folder.wordsAt({ uri: uriOf('a.txt'), range })).toEqual(['a.txt', '5 people']);
});

test('a name that is everywhere is cut, with a count of the rest', () => {
  const names = Array.from({ length: 12 }, (_, i) => `s${i}.txt`);
  const folder = new Folder(
    Object.fromEntries(names.map((name) => [name, 'Bell spoke. Then Bell left. Bell is back.'])),
  );
  const mentions = names.flatMap((name) => ['Bell spoke', 'Bell left', 'Bell is'].map((words): Place => [name, words]));
  folder.entity('Bell', 'person', mentions);
  const text = shown(folder, 's0.txt', 'Bell spoke');
  expect(text).toContain('36 mentions in 12 sources:');
  expect(text).toContain('- and in 4 more');
  expect(text.match(/\(file:/g)).toHaveLength(16);
});

test('nothing in a text becomes structure or a link of its own', () => {
  const evil = '[x](command:evil) <img src=x> `code` **b** https://evil.example $(sync)';
  const folder = new Folder({ 'a b(1).txt': `${evil} Bell was there.` }).entity(
    'Bell',
    'person',
    [['a b(1).txt', 'Bell']],
    {
      roles: [evil],
      aliases: ['Bell', evil],
    },
  );
  const text = shown(folder, 'a b(1).txt', 'Bell');
  expect(text.match(/\]\([^)]*\)/g)).toEqual([`](file:///news/a%20b%281%29.txt#L1,${evil.length + 2})`]);
  const html = marked.parse(text, { async: false });
  expect(html.match(/<(?:a|img|code|script)\b/g)).toEqual(['<a']);
});
