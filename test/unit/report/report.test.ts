import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { codeSpan, escapeHtml } from '../../../server/src/report/escape.ts';
import { htmlReport } from '../../../server/src/report/html.ts';
import { contradictionMarkdown, entityMarkdown, markdownReport } from '../../../server/src/report/markdown.ts';
import { explosion, Folder, there } from '../features/folder.ts';

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function subject(folder: Folder) {
  return { reading: folder.reading, pathOf: nameOf };
}

const CONFIRMED = { state: 'confirmed', time: '2026-11-22T10:00:00Z', isOutdated: false } as const;

/** A folder whose every word is out for mischief. */
function hostile(words: string): Folder {
  const text = `${words} 5\n`;
  return new Folder({ [`${words}.txt`]: text, 'b.txt': `Not ${words} 24\n` })
    .entity(words, 'person', [[`${words}.txt`, words]], { roles: [words], aliases: [words, `${words}!`] })
    .dispute(
      words,
      {
        [words]: [{ in: `${words}.txt`, says: `${words} 5`, focus: words, speaker: words }],
        '24': [{ in: 'b.txt', says: `Not ${words} 24`, focus: '24' }],
      },
      { explanation: words },
    )
    .decided(words, { ...CONFIRMED, author: words, note: words });
}

const MISCHIEF = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; background: url(javascript:alert(1))",
  '</style></title><body onload=alert(1)>',
  '[a](command:evil)',
  '![a](http://evil.example/pixel.png)',
  '`code` ``more`` | cell | <b>',
];

describe('a contradiction as Markdown', () => {
  const folder = explosion();
  const markdown = contradictionMarkdown(subject(folder), there(folder.reading.contradictions[0]));

  test('has the question, how grave it is, and every position with its statements and their places', () => {
    expect(markdown.split('\n')).toEqual([
      '## How many people were killed?',
      '',
      'Conflict (number), confidence 90 %. The figures differ.',
      '',
      '### 5',
      '',
      '> Officials said **5 people** were killed',
      '>',
      '> — Officials, in Depot burns in Karo, `a.txt:3`',
      '',
      '### 24',
      '',
      '> At least **24 people** were killed',
      '>',
      '> — Toll rises, `b.txt:3`',
      '',
      '> Police put the dead at **24**',
      '>',
      '> — Dozens hurt, `c.txt:3`',
      '',
    ]);
  });
});

describe('an entity as Markdown', () => {
  test('has its names, its roles, and the mentions by name with their places', () => {
    const folder = explosion();
    const markdown = entityMarkdown(subject(folder), there(folder.reading.entities[0]));
    expect(markdown).toMatch(/^## Anna Bell\n/);
    expect(markdown).toContain('- Also: Bell\n- Described as: mayor\n- 4 mentions in 2 sources\n');
    expect(markdown).toContain('> At least 24 people were killed, Mayor **Bell** said.\n>\n> — Toll rises, `b.txt:3`');
    expect(markdown).not.toContain('**She**');
  });

  test('has the questions in which a disputed statement names it', () => {
    const folder = new Folder({ 'a.txt': 'Bell died at 5.', 'b.txt': 'Bell died at 6.' })
      .entity('Bell', 'person', [['a.txt', 'Bell']])
      .dispute('When did Bell die?', {
        '5': [{ in: 'a.txt', says: 'Bell died at 5', focus: '5' }],
        '6': [{ in: 'b.txt', says: 'Bell died at 6', focus: '6' }],
      });
    expect(entityMarkdown(subject(folder), there(folder.reading.entities[0]))).toContain('#### When did Bell die?');
  });
});

describe('the whole report', () => {
  test('in Markdown lists questions, entities and sources', () => {
    const report = [...markdownReport(subject(explosion()))].join('');
    expect(report).toContain('1 contradiction in 3 sources: 1 conflict.');
    expect(report).toContain('### How many people were killed?');
    expect(report).toContain('| Anna Bell | Bell | mayor | 4 | 2 |');
    expect(report).toContain('1. Depot burns in Karo, `a.txt`: 1 contradiction');
  });

  test('in HTML marks the disputed words and says where they stand', () => {
    const page = [...htmlReport(subject(explosion()))].join('');
    expect(page).toContain('<blockquote dir="auto">Officials said <mark>5 people</mark> were killed</blockquote>');
    expect(page).toContain('Officials, in <a href="#source-1">Depot burns in Karo</a>, <code>a.txt:3</code>');
    expect(page).toContain('<li id="source-1"><strong>Depot burns in Karo</strong>');
    expect(page).toContain('<th scope="row">Anna Bell</th>');
  });

  test('says what was decided, and leaves out what is settled', () => {
    const question = 'How many people were killed?';
    const confirmed = subject(explosion().decided(question, { ...CONFIRMED, author: 'Ana', note: 'Asked the mayor.' }));
    for (const report of [markdownReport(confirmed), htmlReport(confirmed)])
      expect([...report].join('')).toContain('Confirmed, by Ana: Asked the mayor.');
    const resolved = explosion().decided(question, { ...CONFIRMED, state: 'resolved', holds: '24' });
    for (const report of [markdownReport(subject(resolved)), htmlReport(subject(resolved))].map((each) =>
      [...each].join(''),
    )) {
      expect(report).not.toContain(question);
      expect(report).toContain('No contradictions found in 3 sources; 1 more dismissed or resolved.');
    }
    expect(contradictionMarkdown(subject(resolved), there(resolved.reading.contradictions[0]))).toContain(
      'Resolved, “24” holds',
    );
  });

  test('says so where nothing was found', () => {
    const nothing = new Folder({ 'a.txt': 'Nothing happened.' });
    expect([...markdownReport(subject(nothing))].join('')).toContain('No contradictions found in 1 source.');
    expect([...htmlReport(subject(nothing))].join('')).not.toContain('<article');
  });
});

describe('a report on hostile texts', () => {
  test.each(MISCHIEF)('in HTML holds no element or attribute of theirs: %s', (words) => {
    const page = [...htmlReport(subject(hostile(words)))].join('');
    const tags = new Set(page.match(/<[a-z][^\s>]*/g));
    for (const forbidden of ['<script', '<img', '<b']) expect(tags).not.toContain(forbidden);
    expect(page).not.toMatch(/<[^>]*\son\w+=/i);
    expect(page.match(/<body/g)).toHaveLength(1);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page.match(/\shref="(?!#(?:question|source)-\d+")/g)).toBeNull();
  });

  test.each(MISCHIEF)('in Markdown holds no link, picture or element of theirs: %s', (words) => {
    const folder = hostile(words);
    const pieces = [
      [...markdownReport(subject(folder))].join(''),
      contradictionMarkdown(subject(folder), there(folder.reading.contradictions[0])),
      entityMarkdown(subject(folder), there(folder.reading.entities[0])),
    ];
    for (const markdown of pieces) {
      const html = marked.parse(markdown, { async: false, gfm: true });
      expect(html).not.toMatch(/<(?:a|img|script|body|b)\b/);
    }
  });

  test('any text in HTML is itself, without markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'`=/ a', '\u202e', '&lt;') }), (text) => {
        const html = escapeHtml(text);
        expect(html).not.toMatch(/[<>"']/);
        expect(html.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });

  test.each(['a.txt:1', 'a`b', '``', '`a'])('a path is shown as it is: %s', (path) => {
    expect(marked.parseInline(codeSpan(path), { async: false })).toBe(`<code>${path}</code>`);
  });
});
