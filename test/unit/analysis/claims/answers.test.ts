import { describe, expect, it } from 'vitest';
import { disputes } from './disputes.ts';

/** One question answered in the words of many reports, with "{}" for the answer: two reports that give another one dispute it. */
const QUESTIONS: [what: string, answers: [string, string], told: string[]][] = [
  [
    'where somebody was arrested',
    ['in Leeds', 'in York'],
    [
      'Police arrested Mark Dell {} on Monday.',
      'Mark Dell was arrested {} on Monday.',
      'Mark Dell was caught {} on Monday.',
      'Mark Dell, arrested {} on Monday, is in jail.',
      'Mark Dell was detained by police {}.',
      'Officers picked up Mark Dell {}.',
    ],
  ],
  [
    'where a firm is',
    ['in Leeds', 'in York'],
    [
      'The company Acme is based {}.',
      'Acme, based {}, makes bolts.',
      'Acme, which has its head office {}, makes bolts.',
      'Acme, headquartered {}, makes bolts.',
      'The headquarters of Acme are {}.',
    ],
  ],
  [
    'where a body was found',
    ['in a river', 'in a wood'],
    [
      'The body of Mark Dell was found {}.',
      "Mark Dell's body was found {}.",
      'Police found the body of Mark Dell {}.',
      'A hiker discovered the body of Mark Dell {}.',
      'The body of Mark Dell was discovered {}.',
    ],
  ],
  [
    'who found something',
    ['a hiker', 'a fisherman'],
    [
      'The body was found by {}.',
      '{} found the body.',
      '{} discovered the body on Monday.',
      'The body was discovered by {}.',
      'It was {} who found the body.',
    ],
  ],
  [
    'who leads',
    ['Anna Bell', 'Karen Moss'],
    [
      'The delegation is led by {}.',
      '{} leads the delegation.',
      '{} heads the delegation.',
      'The delegation is headed by {}.',
      '{} will lead the delegation.',
      'The leader of the delegation is {}.',
    ],
  ],
  [
    'who comes after somebody',
    ['Anna Bell', 'Karen Moss'],
    [
      'John Stone will be replaced by {}.',
      '{} will replace John Stone as coach.',
      '{} succeeds John Stone as coach.',
      '{} takes over from John Stone.',
      'The successor of John Stone is {}.',
      '{} was named to succeed John Stone.',
      "John Stone's successor will be {}.",
    ],
  ],
  [
    'who is behind an attack',
    ['al-Shabab', 'the Taliban'],
    [
      'The attack was claimed by {}.',
      '{} claimed responsibility for the attack.',
      '{} was behind the attack.',
      'The attack was the work of {}.',
      'The attack was carried out by {}.',
      'The government blamed {} for the attack.',
    ],
  ],
  [
    'what a fire was caused by',
    ['a short circuit', 'a cigarette'],
    [
      'The fire was caused by {}.',
      '{} caused the fire.',
      '{} started the fire.',
      'The fire was started by {}.',
      'The fire was blamed on {}.',
      'The cause of the fire was {}.',
      'Investigators say {} sparked the blaze.',
      'The blaze broke out because of {}.',
      '{} led to the fire.',
    ],
  ],
  [
    'what a crash was caused by',
    ['ice on the road', 'a burst tyre'],
    [
      'The crash was caused by {}.',
      'The bus crashed because of {}.',
      '{} caused the crash.',
      'The driver lost control because of {}.',
      'Police blamed {} for the crash.',
    ],
  ],
  [
    'what somebody died of',
    ['a heart attack', 'cancer'],
    [
      'Anna Bell died of {}.',
      'Anna Bell died from {}.',
      "The cause of Anna Bell's death was {}.",
      'Anna Bell succumbed to {}.',
      'Anna Bell lost her battle with {}.',
    ],
  ],
  [
    'why somebody resigned',
    ['ill health', 'a row over pay'],
    [
      'Mark Dell resigned because of {}.',
      'Mark Dell resigned over {}.',
      'Mark Dell stepped down, citing {}.',
      'Mark Dell quit because of {}.',
      '{} was the reason why Mark Dell resigned.',
      "The reason for Mark Dell's resignation was {}.",
      'Mark Dell left the post due to {}.',
    ],
  ],
  [
    'what somebody is charged with',
    ['murder', 'manslaughter'],
    [
      'Mark Dell was charged with {}.',
      'Mark Dell is accused of {}.',
      'Mark Dell faces a charge of {}.',
      'Police charged Mark Dell with {}.',
      'Prosecutors accuse Mark Dell of {}.',
      'Mark Dell, charged with {}, was in court.',
    ],
  ],
  [
    'what somebody was convicted of',
    ['murder', 'manslaughter'],
    [
      'Mark Dell was convicted of {}.',
      'Mark Dell was found guilty of {}.',
      'A jury convicted Mark Dell of {}.',
      'Jurors found Mark Dell guilty of {}.',
      'Mark Dell, convicted of {}, got ten years.',
    ],
  ],
];

const tell = (sentence: string, answer: string) =>
  sentence.replace('{}', answer).replace(/^\p{Ll}/u, (c) => c.toUpperCase());

describe.each(QUESTIONS)('%s', (_what, [here, there], [first = '', ...others]) => {
  it.each(others)('is disputed by “%s”', (other) => {
    const positions = disputes(tell(first, here), tell(other, there)).flatMap((found) => found.positions.flat());
    expect(positions.length).toBeGreaterThan(1);
  });
});
