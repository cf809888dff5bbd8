import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

const YES = 'President Anna Bell is expected to be present at the talks in Geneva.';

describe('commitment', () => {
  it('finds a condition that another source does not know of', () => {
    const found = theDispute(
      'modality',
      YES,
      'President Anna Bell said she would only attend the talks in Geneva if the rebels were there.',
    );
    expect(found.severity).toBe('conflict');
    expect(found.positions.flat()[0]).toBe('is expected to be present at the talks in Geneva');
  });

  it.each([
    'President Anna Bell said she would not participate in the talks in Geneva if the rebels stayed away.',
    'President Anna Bell, who had come under pressure to participate in the talks in Geneva, said she would only do so if the rebels came.',
  ])('understands the condition in: %s', (text) => {
    expect(disputes(YES, text).map((d) => d.kind)).toEqual(['modality']);
  });

  it('finds a denial', () => {
    expect(theDispute('polarity', YES, 'President Anna Bell will not attend the talks in Geneva.').severity).toBe(
      'conflict',
    );
  });

  it.each(['was at', 'came to', 'turned up at', 'was present at'])(
    'finds that who “%s” an event was not away from it',
    (came) => {
      const there = `Anna Bell ${came} the funeral.`;
      for (const away of ['missed', 'skipped', 'stayed away from', 'was absent from'])
        expect(disputes(there, `Anna Bell ${away} the funeral.`).map((d) => d.kind)).toContain('polarity');
    },
  );

  it.each([
    [
      'an earlier intention',
      'Anna Bell had earlier said she would attend the talks in Geneva.',
      'Anna Bell will not attend the talks in Geneva.',
    ],
    [
      'the same in other words',
      'Anna Bell will skip the talks in Geneva.',
      'Anna Bell will not attend the talks in Geneva.',
    ],
    [
      'a negation in the subject',
      'Neither Anna Bell nor Peter Dale will attend the talks in Geneva.',
      'Peter Dale will not attend the talks in Geneva.',
    ],
    ['another person', 'Anna Bell will attend the talks in Geneva.', 'Peter Dale will not attend the talks in Geneva.'],
  ])('takes %s for compatible', (_what, a, b) => {
    expect(disputes(a, b)).toEqual([]);
  });
});
