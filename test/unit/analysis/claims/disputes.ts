import { analyseSource, compareSources } from '../../../../server/src/analysis/analyse.ts';
import type { Contradiction } from '../../../../server/src/analysis/model.ts';
import { DEFAULT_SETTINGS } from '../../../../server/src/workspace/settings.ts';

/** What a reader would see of one contradiction: its kind, how grave it is, and the words of each position. */
export interface Seen {
  kind: string;
  severity: string;
  question: string;
  /** The focus texts of each position. */
  positions: string[][];
}

/** The contradictions between texts, each text a source of its own. */
export function disputes(...texts: string[]): Seen[] {
  return contradictions(...texts).map((c) => ({
    kind: c.kind,
    severity: c.severity,
    question: c.question,
    positions: c.positions.map((p) => p.statements.map((s) => s.focus.text)),
  }));
}

/** What is sure enough to be shown by default. */
export function contradictions(...texts: string[]): Contradiction[] {
  const found = compareSources(texts.map((text, i) => analyseSource(`${'abcdefgh'[i]}.txt`, text))).contradictions;
  return found.filter((c) => c.confidence >= DEFAULT_SETTINGS.minimumConfidence);
}

/** The one contradiction of a kind between texts; fails loudly when there is none or more than one. */
export function theDispute(kind: string, ...texts: string[]): Seen {
  const found = disputes(...texts).filter((d) => d.kind === kind);
  if (found.length !== 1)
    throw new Error(`${found.length} disputes of kind ${kind}: ${JSON.stringify(disputes(...texts))}`);
  return found[0] as Seen;
}
