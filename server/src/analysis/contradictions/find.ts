import type { LinkedEntities } from '../entities/link.ts';
import type { Contradiction, Position, SourceAnalysis, Statement } from '../model.ts';
import { confidenceOf } from './confidence.ts';
import { groupItems } from './groups.ts';
import { collectItems } from './items.ts';
import { groupMeasured } from './measured.ts';
import { type Surroundings, slotOf, surroundingsOf } from './measures.ts';
import { type Answer, type Dispute, findDispute } from './positions.ts';
import { explainInEnglish, explanationOf, inEnglish, questionOf } from './wording.ts';

/**
 * Finds the disputed questions of a folder: one contradiction per question, with all its positions, the surest first.
 * The cost grows in step with the number of claims: claims are grouped under blocking keys, never compared pair by pair.
 *
 * @param compared is called for each comparison, for the benchmark of the cost
 */
export function findContradictions(
  sources: SourceAnalysis[],
  linked: LinkedEntities,
  compared?: () => void,
): Contradiction[] {
  const items = collectItems(sources, linked);
  const around = surroundingsOf(sources, items);
  const [measured, others] = [items.filter((i) => slotOf(i.claim)), items.filter((i) => !slotOf(i.claim))];
  const groups = [...groupMeasured(measured, around, compared), ...groupItems(others, around, compared)];
  const found = groups.flatMap((group) => {
    const dispute = findDispute(group);
    return dispute ? [toContradiction(dispute, around)] : [];
  });
  return withOwnIds(withoutRepeats(found.sort((a, b) => b.confidence - a.confidence || order(a.id, b.id))));
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Two readers may see one dispute: what a surer contradiction of the same kind shows between the same statements is left out. */
function withoutRepeats(sorted: Contradiction[]): Contradiction[] {
  const shown = new Set<string>();
  return sorted.filter(({ kind, positions }) => {
    const pairs = positions.flatMap((a, i) =>
      positions.slice(i + 1).flatMap((b) => a.statements.flatMap((s) => b.statements.map((t) => pairOf(kind, s, t)))),
    );
    const isRepeat = pairs.length <= MAX_PAIRS && pairs.every((pair) => shown.has(pair));
    if (pairs.length <= MAX_PAIRS) for (const pair of pairs) shown.add(pair);
    return !isRepeat;
  });
}

/** Contradictions with more statements than this are never repeats. */
const MAX_PAIRS = 200;

const pairOf = (kind: string, a: Statement, b: Statement) =>
  `${kind}|${[`${a.path}@${a.start}`, `${b.path}@${b.start}`].sort().join('|')}`;

function toContradiction(dispute: Dispute, around: Surroundings): Contradiction {
  const told = { question: questionOf(dispute), explanation: explanationOf(dispute) };
  return {
    id: idOf(dispute),
    kind: kindOf(dispute),
    severity: dispute.severity,
    confidence: confidenceOf(dispute, around),
    question: inEnglish(told.question),
    explanation: explainInEnglish(told.explanation),
    told,
    positions: dispute.answers.map((answer) => toPosition(answer)),
  };
}

function kindOf(dispute: Dispute): Contradiction['kind'] {
  const kinds = dispute.answers.map((a) => a.lead.claim.as);
  return kinds.find((k) => k === 'modality') ?? kinds[0] ?? 'other';
}

function toPosition(answer: Answer): Position {
  const seen = new Set<string>();
  const statements: Statement[] = [];
  for (const { claim, source } of answer.items) {
    const key = `${source.path}:${claim.focus.start}:${claim.focus.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { text } = source.read;
    statements.push({
      path: source.path,
      ...claim.statement,
      text: text.slice(claim.statement.start, claim.statement.end),
      ...(claim.speaker ? { speaker: claim.speaker } : {}),
      focus: { ...claim.focus, text: text.slice(claim.focus.start, claim.focus.end) },
    });
  }
  return { value: answer.lead.claim.value.text.replace(/\s+/g, ' '), statements };
}

/**
 * Depends on nothing but what the statements say, so it stays while these are unchanged, and is the same in the editor and
 * on the command line, which name the sources differently.
 */
function idOf(dispute: Dispute): string {
  const parts = dispute.answers.flatMap(({ items }) =>
    items.map(({ source, claim: { statement, focus } }) => {
      const said = source.read.text.slice(statement.start, statement.end);
      return `${said}@${focus.start - statement.start}`;
    }),
  );
  return `c-${hash(`${dispute.group.topic}|${parts.sort().join('|')}`)}`;
}

/** Sources that repeat each other may dispute the same in the same words more than once. */
function withOwnIds(contradictions: Contradiction[]): Contradiction[] {
  const uses = new Map<string, number>();
  return contradictions.map((each) => {
    const use = (uses.get(each.id) ?? 0) + 1;
    uses.set(each.id, use);
    return use === 1 ? each : { ...each, id: `${each.id}-${use}` };
  });
}

/** FNV-1a, 32 bits, twice with different offsets; ids need to be short and stable, not secret. */
function hash(text: string): string {
  const run = (seed: number) => {
    let h = seed;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return (h >>> 0).toString(16).padStart(8, '0');
  };
  return run(0x811c9dc5) + run(0x9747b28c);
}
