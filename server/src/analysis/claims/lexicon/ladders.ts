import { dictionary } from '../../dictionary.ts';
/**
 * Ladders: words for one thing in degrees or stages. Two claims on one ladder about one thing differ when they stand on
 * different rungs.
 */
export interface Ladder {
  name: string;
  /** Question, with the subject for "{0}". */
  question: string;
  /** Stages follow each other, so that a higher one is a later report rather than a conflict. */
  stages: boolean;
}

export const LADDERS: Record<string, Ladder> = dictionary({
  damage: { name: 'damage', question: 'How badly was {0} damaged?', stages: false },
  legal: { name: 'legal', question: 'What is the legal status of {0}?', stages: true },
  custody: { name: 'custody', question: 'Has {0} been caught?', stages: true },
  filing: { name: 'filing', question: 'Are charges filed against {0}?', stages: true },
  certain: { name: 'certain', question: 'Is it established?', stages: true },
  level: { name: 'level', question: 'How senior are the envoys of {0}?', stages: false },
  size: { name: 'size', question: 'How large is {0}?', stages: false },
});

export interface Rung {
  ladder: string;
  rank: number;
}

/** Rungs for verbs, by lemma or action class. */
export const VERB_RUNGS: Record<string, Rung> = dictionary({
  '@damage': { ladder: 'damage', rank: 1 },
  '@destroy': { ladder: 'damage', rank: 4 },
  '@escape': { ladder: 'custody', rank: 1 },
  recapture: { ladder: 'custody', rank: 4 },
  capture: { ladder: 'custody', rank: 4 },
  catch: { ladder: 'custody', rank: 4 },
  suspect: { ladder: 'legal', rank: 1 },
  question: { ladder: 'legal', rank: 1 },
  quiz: { ladder: 'legal', rank: 1 },
  '@charge': { ladder: 'legal', rank: 3 },
  '@plead': { ladder: 'legal', rank: 4 },
  '@convict': { ladder: 'legal', rank: 5 },
  '@acquit': { ladder: 'legal', rank: 6 },
});

export const BADLY = new Set(['badly', 'severely', 'heavily', 'seriously', 'extensively']);
export const NEARLY = new Set(['nearly', 'almost', 'virtually', 'partially', 'partly', 'largely']);

/** Rungs for adjectives before a noun, by ladder. */
export const ADJECTIVE_RUNGS: Record<string, Rung> = dictionary();
for (const [ladder, rungs] of Object.entries({
  level: [
    'low-level lower-level lower-ranking low-ranking junior second-tier',
    'mid-level middle-ranking',
    'senior',
    'high-level top-level top-ranking high-ranking highest-level',
  ],
  size: ['small tiny', 'mid-sized medium-sized mid-size midsize', 'large big sizable', 'giant huge largest biggest'],
})) {
  rungs.forEach((words, rank) => {
    for (const word of words.split(' ')) ADJECTIVE_RUNGS[word] = { ladder, rank };
  });
}

/** Nouns whose level is their holders' seniority. */
export const OFFICIALS = new Set(
  'envoy official delegation representative negotiator diplomat team expert aide delegate emissary bureaucrat specialist civil-servant functionary'.split(
    ' ',
  ),
);
/** Nouns whose size can be told. */
export const BUSINESSES = new Set(
  'company firm producer processor maker supplier manufacturer bank retailer business plant factory group'.split(' '),
);
