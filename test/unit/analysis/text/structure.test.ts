import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../../../server/src/analysis/text/structure.ts';

/** "kind: text" for each block, the text cut to its first words. */
function outline(text: string, words = 3): string[] {
  return findBlocks(text).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end).split(/\s+/).slice(0, words).join(' ')}`,
  );
}
const PROSE = 'The ministers of both countries met for three hours and agreed on nothing, officials said.';

describe('findBlocks', () => {
  it('reads the top of an article', () => {
    const text = `Dairy stays shut as cases rise\nInspectors find a second source\nBy Ann Lee\nDairy Monitor, 3 October 2025\n\n${PROSE}`;
    expect(outline(text)).toEqual([
      'headline: Dairy stays shut',
      'deck: Inspectors find a',
      'byline: By Ann Lee',
      'dateline: Dairy Monitor, 3',
      'paragraph: The ministers of',
    ]);
  });

  it('reads a masthead with section and date above the headline', () => {
    expect(outline(`RAIL REVIEW\nMarkets | 24 October 2025\n\nThe arithmetic of a deal\n\n${PROSE}`)).toEqual([
      'label: RAIL REVIEW',
      'dateline: Markets | 24',
      'headline: The arithmetic of',
      'paragraph: The ministers of',
    ]);
  });

  it('reads the rest of a page above and below the article', () => {
    const text = `EXPLAINER
News|Conflict
What are the talks about?
Ann Berg in Oslo
Diplomatic correspondent
5 minute read
Updated 5:00 PM EDT, Thu May 15, 2025
Facebook
CNN —
${PROSE}
Topics
Norway
Europe`;
    expect(findBlocks(text).map(({ kind }) => kind)).toEqual([
      ...['label', 'label', 'headline', 'byline', 'byline', 'label', 'dateline', 'boilerplate', 'dateline'],
      ...['paragraph', 'label', 'label', 'label'],
    ]);
  });

  it('finds the dateline below a summary that reads like a paragraph', () => {
    const text = `Envoys gather in Oslo\n\nThe two sides meet for the first time in years.\n\nOSLO, May 15 (AP) - ${PROSE}`;
    expect(outline(text, 2)).toEqual([
      'headline: Envoys gather',
      'paragraph: The two',
      'dateline: OSLO, May',
      'paragraph: The ministers',
    ]);
  });

  it('reads a repeated headline with a stray image word between', () => {
    const text = `Talks Open Without Leaders\n\nPostImage\n\nTalks Open Without Leaders\n\nIstanbul, May 15, 2025 – Reuters\n\n${PROSE}`;
    expect(outline(text, 2)).toEqual([
      'headline: Talks Open',
      'label: PostImage',
      'headline: Talks Open',
      'dateline: Istanbul, May',
      'paragraph: The ministers',
    ]);
  });

  it('takes a sentence right below the headline and apart from the text for the deck', () => {
    const text = `Talks open without leaders\nThe presidents are not coming.\n\nThe hall in March (File)\n${PROSE}`;
    expect(outline(text, 2)).toEqual([
      'headline: Talks open',
      'deck: The presidents',
      'caption: The hall',
      'paragraph: The ministers',
    ]);
  });

  it('takes a text that begins with a sentence for one without headline', () => {
    expect(outline(`${PROSE}\n${PROSE}`, 1)).toEqual(['paragraph: The', 'paragraph: The']);
  });

  it('takes a line without a full stop for a headline, in capitals and quoted too', () => {
    expect(outline('Two climbers killed in falls', 2)).toEqual(['headline: Two climbers']);
    expect(outline(`COLTS TOP CHIEFS, 20-13\n${PROSE}`, 1)[0]).toBe('headline: COLTS');
    expect(outline(`“They are selling our name”\n\n${PROSE}`, 2)[0]).toBe('headline: “They are');
  });

  it.each([
    [
      'SOFIA, Sept 24 (BNW) - Officials said on Wednesday that the plant stays shut.',
      'SOFIA, Sept 24 (BNW)',
      'Officials',
    ],
    [
      'FRANKFURT/LEEDS, Oct 20 (Meridian Newswire) - Dunmore is to buy its rival.',
      'FRANKFURT/LEEDS, Oct 20 (Meridian Newswire)',
      'Dunmore',
    ],
    ['Istanbul, Turkey – Neither president will attend the talks today.', 'Istanbul, Turkey', 'Neither'],
    ['WASHINGTON (AP) — “We will not go,” the secretary said on Monday.', 'WASHINGTON (AP)', '“We'],
    ['NEW YORK -- The actress checked herself into a clinic on Tuesday.', 'NEW YORK', 'The'],
    ['KASSEL. It is drizzling when she climbs on to the ramp.', 'KASSEL', 'It'],
  ])('parts the dateline from the sentence: %s', (text, dateline, first) => {
    const [head, rest, ...more] = findBlocks(text);
    expect(more).toEqual([]);
    expect(head && [head.kind, text.slice(head.start, head.end)]).toEqual(['dateline', dateline]);
    expect(rest?.kind).toBe('paragraph');
    expect(text.slice(rest?.start).startsWith(first)).toBe(true);
  });

  it.each([
    'Smith, who is 40 – and still playing – won the race on Sunday.',
    'Trump said - not for the first time - that he would come.',
    'The U.S. – Russia talks were called off on Monday, he said.',
  ])('does not take the head of a sentence for a dateline: %s', (text) => {
    expect(findBlocks(text)).toEqual([{ kind: 'paragraph', start: 0, end: text.length }]);
  });

  it.each([
    ['Yuri Kadobnov | Afp | Getty Images', 'credit'],
    ['Mustafa Kamaci/ppo | Via Reuters', 'credit'],
    ['(Photo by Ann Lee/Getty Images)', 'credit'],
    ['© Europa One / Nele Harms', 'credit'],
    ['Presidents Trump and Zelenski (File)', 'caption'],
    ['Vladimir Putin speaks in Moscow, May 14, 2025. (Photo by Contributor/Getty Images)', 'caption'],
    ['Candles at the dairy gate for the victims. Photo: Petko Manolov', 'caption'],
    ['[PHOTO] All smiles: Helen Ashdown in Frankfurt yesterday. Picture: L. Marchetti/Railshots', 'caption'],
    ['FILE - The minister leaves the palace in Sofia, June 3, 2024.', 'caption'],
    ['The Source: This story draws on reporting by Reuters of May 15, 2025. It was written in Los Angeles.', 'note'],
    ['(Reporting by Ann Lee in Leeds; Editing by Bo Ek)', 'note'],
    ['(1 pound = 1.15 euros)', 'note'],
    ['Sources: joint note of 2 October 2025; interviews.', 'note'],
    ['Related: Who was August Vossberg? The founder’s life in pictures', 'boilerplate'],
    ['MORE: How safe is YOUR pension when your firm is sold?', 'boilerplate'],
    ['Sign up for our daily newsletter', 'boilerplate'],
    ['Subscribe to read the full story.', 'boilerplate'],
    ['© 2025 Example News. All rights reserved.', 'boilerplate'],
    ['We use cookies to improve your experience.', 'boilerplate'],
    ['Follow us on X and Facebook', 'boilerplate'],
    ['https://example.org/news/1', 'boilerplate'],
    ['Explore more on these topics', 'boilerplate'],
    ['Our Standards: The Example Principles, opens new tab', 'boilerplate'],
    ['The palace in Oslo [File: Ann Berg/Reuters]', 'caption'],
    ['1 of 8 | Police stand guard in Oslo, Norway, May 15, 2025. (AP Photo/Ann Berg)', 'caption'],
    ['[1/5] The minister arrives in Oslo, Norway, May 15, 2025. REUTERS/Carl Dahl', 'caption'],
    ['Ann Berg and Bo Lee of The Associated Press contributed to this report.', 'note'],
    ['5 minute read', 'label'],
    ['* * * * *', 'label'],
    ['Politics', 'label'],
    ['Photo:', 'label'],
    ['* Union says it will study the terms', 'bullet'],
    ['• Deaths: four', 'bullet'],
    ['– 14 August: onset of illness in the first known patient', 'bullet'],
    ['Published: 06:12, Tuesday 21 October 2025', 'dateline'],
    ['Kalina Ruseva, health correspondent', 'byline'],
  ] as const)('knows a line by its form: %s', (line, kind) => {
    expect(findBlocks(`${PROSE}\n${line}\n${PROSE}`)[1]?.kind).toBe(kind);
  });

  it.each([
    'Share prices fell by a third on Monday.',
    'Follow the money, the prosecutor told the jury.',
    'Photographers waited outside until she came.',
    'More than 200 people were hurt, the governor said.',
    'Watch sales rose by a tenth, the company said.',
    'Reuters reported the resignation on Monday.',
    'Sources close to the talks said that nothing was signed.',
    'By Monday Putin had not answered the invitation.',
    'The report was published on Monday and found that twelve people had died.',
    'Correction officers said that five inmates were hurt.',
    'Research by the university found that the dam was unsafe.',
    'Reporting by the Times revealed in March that five officials knew.',
    'Loading docks burned for two days.',
    'Advertising revenue fell by half.',
    'Comments on the talks drew fire.',
    'Copyright law is not to blame, the judges found.',
    'Support for the newsletter’s editor grew on Monday.',
    'He was pictured with the minister in Sofia on Monday. He said nothing.',
    '“No,” he said.',
  ])('never loses prose: %s', (line) => {
    expect(findBlocks(`${PROSE}\n${line}\n${PROSE}`).map((b) => b.kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  it('takes the line above a credit for the caption, and not a paragraph', () => {
    const credit = 'Yuri Kadobnov | Afp | Getty Images';
    expect(outline(`Vladimir Putin (L) arrives at the palace in Helsinki.\n${credit}\n${PROSE}`, 1)).toEqual([
      'caption: Vladimir',
      'credit: Yuri',
      'paragraph: The',
    ]);
    expect(outline(`${PROSE}\n${credit}`, 1)).toEqual(['paragraph: The', 'credit: Yuri']);
  });

  it('reads subheadings, also in capitals, as a question and above another', () => {
    const text = `${PROSE}\nWhat happens to the jobs?\n${PROSE}\nOUT OF THE BLUE\n${PROSE}\nTwo leaders absent\nThe backstory:\n${PROSE}`;
    expect(outline(text, 2).filter((line) => !line.startsWith('paragraph'))).toEqual([
      'subheading: What happens',
      'subheading: OUT OF',
      'subheading: Two leaders',
      'subheading: The backstory:',
    ]);
    expect(outline(`${PROSE}\nHe told reporters:\n${PROSE}`, 1)).toEqual([
      'paragraph: The',
      'paragraph: He',
      'paragraph: The',
    ]);
  });

  it('reads a card that links to another article between paragraphs', () => {
    expect(outline(`${PROSE}\n\nPolitics\nMinister may travel to the talks\nDiane Hernández\n${PROSE}`, 2)).toEqual([
      'paragraph: The ministers',
      'label: Politics',
      'boilerplate: Minister may',
      'byline: Diane Hernández',
      'paragraph: The ministers',
    ]);
  });

  it('takes a line that repeats a sentence of the text for a pull quote', () => {
    const text = `“She trusted that tub with the trees,” her son said on Monday.\n\n“She trusted that tub with the trees”\n\n${PROSE}`;
    expect(outline(text, 1)).toEqual(['paragraph: “She', 'pullquote: “She', 'paragraph: The']);
    expect(outline(`${PROSE}\n\n“She never trusted that tub”\n\n${PROSE}`, 1)[1]).not.toBe('pullquote: “She');
  });

  it('reads embedded posts that are signed below or headed by the handle', () => {
    expect(outline(`${PROSE}\nWe are ready to talk.\n— Ann Lee (@annlee) May 11, 2025\n${PROSE}`, 1)).toEqual([
      'paragraph: The',
      'post: We',
      'post: —',
      'paragraph: The',
    ]);
    expect(outline(`${PROSE}\n\nDairy @dairy_ad · 19 Sept\nProduction has been halted.\n\n${PROSE}`, 1)).toEqual([
      'paragraph: The',
      'post: Dairy',
      'post: Production',
      'paragraph: The',
    ]);
  });

  it('keeps the sentences of hard-wrapped text whole', () => {
    const wrapped = `Talks open without leaders

The ministers of both countries met for three hours on Monday and
agreed on nothing, officials said after the meeting. A second round
was planned for Thursday, but neither side would say where it is to
be held or who will come.

Another meeting between the two ministers had ended in the same way
three weeks ago, when the delegations left through different doors
and did not speak to reporters.`;
    expect(outline(wrapped, 1)).toEqual(['headline: Talks', 'paragraph: The', 'paragraph: Another']);
  });

  it('gives blocks in order that hold every character but white space and the dash of a dateline', () => {
    const piece = fc.constantFrom(
      'Putin',
      'PHOTO: ',
      'said.',
      ' ',
      '\n',
      '\r\n',
      '\r',
      '“x”',
      '- ',
      'SOFIA (AP) - ',
      '(@a)',
      '😀',
      '|',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        let kept = '';
        for (const block of findBlocks(text)) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          end = block.end;
          kept += text.slice(block.start, block.end);
        }
        const bare = (s: string): string => s.replace(/[\s-]/g, '');
        expect(bare(kept)).toBe(bare(text));
      }),
    );
  });
});
