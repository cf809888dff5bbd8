import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import german from '../../../l10n/bundle.l10n.de.json' with { type: 'json' };
import type { Contradiction, Filling } from '../../../server/src/analysis/model.ts';
import { speak } from '../../../server/src/report/language.ts';
import { translated } from '../../../server/src/workspace/translate.ts';

const asked = (template: string, ...fill: Filling[]): Contradiction => ({
  id: 'c',
  kind: 'date',
  severity: 'conflict',
  confidence: 0.9,
  question: 'in English',
  explanation: 'in English',
  told: {
    question: { template, fill },
    explanation: { sides: [{ source: 'a.txt', says: 'on Monday', others: 2 }], reason: 'the days differ' },
  },
  positions: [],
});

it('leaves English as it is', () => {
  const contradiction = asked('When was {0} {1}?', 'Ann Bell', { word: 'arrested', action: 'arrest' });
  expect(translated(contradiction)).toBe(contradiction);
});

it('leaves what has no parts as it is', () => {
  const { told: _, ...contradiction } = asked('When was it?');
  expect(translated(contradiction)).toBe(contradiction);
});

describe('in German', () => {
  beforeAll(() => speak('de', german));
  afterAll(() => speak('en', {}));

  it.each([
    [
      asked('When was {0} {1}?', 'Ann Bell', { word: 'arrested', action: 'arrest' }),
      'Wann war das: Festnahme (Ann Bell)?',
    ],
    [asked('How many people were {0}?', { word: 'killed', action: 'killed' }), 'Wie viele Tote?'],
    [asked('How many {0}?', { word: 'houses' }), 'Wie viele “houses”?'],
    [asked('How old is {0}?', 'Ann {1} Bell'), 'Wie alt ist Ann {1} Bell?'],
  ])('says %# by its parts', (contradiction, question) => {
    expect(translated(contradiction).question).toBe(question);
  });

  it('says what each side says, and why it matters', () => {
    expect(translated(asked('When was it?')).explanation).toBe(
      'a.txt sagt „on Monday“ (und 2 weitere). Die Tage weichen voneinander ab.',
    );
  });
});
