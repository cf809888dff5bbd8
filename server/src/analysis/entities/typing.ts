import type { EntityType } from '../model.ts';
import { addScores, contextEvidence, internalEvidence, prior, type Scores } from './evidence.ts';
import type { NameSpan } from './spans.ts';

export interface Typed {
  type: EntityType;
  /** 0..1. */
  confidence: number;
}

/** Types the names of a source: the evidence of all mentions of one name is pooled. */
export function typeNames(spans: NameSpan[]): Map<string, Typed> {
  const pooled = new Map<string, Scores>();
  for (const span of spans) {
    let scores = pooled.get(span.key);
    if (!scores) {
      scores = prior(span);
      addScores(scores, internalEvidence(span));
      pooled.set(span.key, scores);
    }
    addScores(scores, contextEvidence(span));
  }
  return new Map([...pooled].map(([key, scores]) => [key, decide(scores)]));
}

/** The best-supported type; confident by its distance from the second. */
export function decide(scores: Scores): Typed {
  const ranked = (Object.entries(scores) as [EntityType, number][]).sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  const margin = (best?.[1] ?? 0) - (second?.[1] ?? 0);
  return { type: best?.[0] ?? 'person', confidence: 1 / (1 + Math.exp(-margin)) };
}
