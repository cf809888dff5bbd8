import { BASE_CONFIDENCE } from '../claims/kinds.ts';
import { inOrderOf, logistic, type Surroundings } from './measures.ts';
import type { Answer, Dispute } from './positions.ts';
import { DISPUTE_WEIGHTS } from './weights.ts';

/** A bound beside the figure that it bounds, "more than 100" and "100", is what an editor would want shown in four cases of ten. */
const BOUND = 0.4;
/** What is left of the confidence where the answers come from two stories. */
const APART = 0.4;

/**
 * How sure a contradiction is, 0 to 1, calibrated on labelled folders: of those at 0.8 about four in five are right. For figures and times a
 * logistic regression over the dispute as a whole; for other kinds the share of the kind that was right, less where the values hardly differ.
 *
 * @param areApart whether the answers come from two stories
 */
export function confidenceOf(dispute: Dispute, around: Surroundings, areApart: boolean): number {
  const sure = dispute.group.certainty === undefined ? ofKind(dispute) : ofMeasure(dispute, around);
  return Math.round(Math.min(0.97, sure) * (areApart ? APART : 1) * 100) / 100;
}

function ofKind(dispute: Dispute): number {
  const kind = dispute.answers[0]?.lead.claim.kind ?? 'number';
  if (kind === 'number' && dispute.severity === 'variation') return BOUND;
  const quoted = dispute.answers.some((a) => a.items.every((i) => i.claim.quoted)) ? 0.9 : 1;
  return BASE_CONFIDENCE[kind] * (0.55 + 0.5 * dispute.strength) * quoted;
}

const ofMeasure = (dispute: Dispute, around: Surroundings) => logistic(evidenceOf(dispute, around), WEIGHTS);

/** What speaks for a dispute over a figure or time as a whole; the order is that of the weights. */
export function evidenceOf(dispute: Dispute, around: Surroundings): number[] {
  const { group, answers, strength, severity } = dispute;
  const p = Math.min(0.98, Math.max(0.02, group.certainty ?? 0));
  const sources = answers.map((a) => [...new Set(a.items.map((i) => i.index))]);
  const [within, across] = kinships(sources, around);
  const claims = answers.flatMap((a) => a.items.map((i) => i.claim));
  return [
    1,
    Math.log(p / (1 - p)),
    within === undefined ? 0 : Math.max(0, within - across),
    across,
    Math.max(0, answers.length - 2),
    Math.log(sources.reduce((n, own) => n + own.length, 0) / 2),
    Math.log(Math.min(...sources.map((own) => own.length))),
    severity === 'conflict' ? strength : 0,
    severity === 'variation' ? 1 : 0,
    group.topic.startsWith('date') ? 1 : 0,
    isTidy(answers) ? 1 : 0,
    claims.every((c) => c.cues?.past === undefined) ? 0 : 1,
    claims.some((c) => c.kind === 'rank') ? 1 : 0,
  ];
}

export const EVIDENCE = 'bias likely split across answers sources fewest strength variation date tidy past rank'.split(
  ' ',
);
const WEIGHTS = inOrderOf(EVIDENCE, DISPUTE_WEIGHTS);

/** Every source gives one answer. */
function isTidy(answers: Answer[]): boolean {
  const seen = answers.flatMap((a) => [...new Set(a.items.map((i) => i.index))]);
  return new Set(seen).size === seen.length;
}

/** How near the sources of one answer are to each other, and those of different answers. */
function kinships(sources: number[][], around: Surroundings): [within: number | undefined, across: number] {
  const inside: number[] = [];
  const between: number[] = [];
  sources.forEach((own, i) => {
    own.slice(0, 6).forEach((a, k) => {
      for (const b of own.slice(k + 1, 6)) inside.push(around.kinship(a, b));
      for (const other of sources.slice(i + 1))
        for (const b of other.slice(0, 6)) if (a !== b) between.push(around.kinship(a, b));
    });
  });
  return [inside.length > 0 ? mean(inside) : undefined, between.length > 0 ? mean(between) : 1];
}

const mean = (values: number[]) => values.reduce((n, v) => n + v, 0) / values.length;
