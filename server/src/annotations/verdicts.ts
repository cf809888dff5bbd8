import {
  type Contradiction,
  DISMISSAL_REASONS,
  type DismissalReason,
  type Position,
  type Statement,
  VERDICT_STATES,
  type Verdict,
  type VerdictState,
} from '../analysis/model.ts';
import {
  type Annotation,
  authorOf,
  newAnnotation,
  type Stamp,
  type Target,
  textOf,
  textualBody,
  timeOf,
} from './annotation.ts';
import { type PlacedTarget, placeTargets, type Texts } from './sources.ts';

/** What the user decides. */
export interface Decision {
  state: VerdictState;
  reason?: DismissalReason;
  /** Of a resolution: the value of the position that holds. */
  holds?: string;
  note?: string;
}

/**
 * A verdict as an annotation with the motivation `assessing`. A contradiction is known again by its kind and by the words
 * that its positions stand on, so the focus of every statement is a target.
 *
 * @param before the verdict that it takes the place of
 * @param targetOf describes the focus of a statement in its source
 */
export function verdictAnnotation(
  contradiction: Contradiction,
  { state, reason, holds, note }: Decision,
  stamp: Stamp,
  targetOf: (statement: Statement) => Target,
  before?: Annotation,
): Annotation {
  const verdict = newAnnotation(stamp, {
    motivation: 'assessing',
    body: [
      textualBody(state, 'assessing'),
      ...(reason ? [textualBody(reason, 'classifying')] : []),
      ...(holds === undefined ? [] : [textualBody(holds, 'identifying')]),
      ...(note ? [textualBody(note, 'commenting')] : []),
    ],
    target: contradiction.positions.flatMap(({ value, statements }) =>
      statements.map((statement) => ({ ...targetOf(statement), 'crossread:position': value })),
    ),
    'crossread:kind': contradiction.kind,
    'crossread:question': contradiction.question,
  });
  return before ? { ...verdict, id: before.id, created: before.created, modified: stamp.now } : verdict;
}

export function isVerdict(annotation: Annotation): boolean {
  return annotation.motivation === 'assessing' && stateOf(annotation) !== undefined;
}

function stateOf(annotation: Annotation): VerdictState | undefined {
  const state = textOf(annotation, 'assessing');
  return VERDICT_STATES.find((known) => known === state);
}

/** Gives every contradiction the verdict that is about it. Pure: what was found is not changed. */
export function applyVerdicts(
  contradictions: Contradiction[],
  annotations: Iterable<Annotation>,
  texts: Texts,
): Contradiction[] {
  const index = new VerdictIndex(annotations, texts);
  return contradictions.map((contradiction) => {
    const found = index.find(contradiction);
    return found ? { ...contradiction, verdict: toVerdict(found, contradiction) } : contradiction;
  });
}

/** The annotation that holds the verdict on a contradiction. */
export function verdictOn(
  contradiction: Contradiction,
  annotations: Iterable<Annotation>,
  texts: Texts,
): Annotation | undefined {
  return new VerdictIndex(annotations, texts).find(contradiction)?.annotation;
}

interface PlacedVerdict {
  annotation: Annotation;
  kind: string | undefined;
  targets: PlacedTarget[];
}

/** Verdicts by the sources that they are about. */
class VerdictIndex {
  readonly #byPath = new Map<string, Set<PlacedVerdict>>();

  constructor(annotations: Iterable<Annotation>, texts: Texts) {
    for (const annotation of annotations) {
      if (!isVerdict(annotation)) continue;
      const verdict = {
        annotation,
        kind: annotation['crossread:kind'],
        targets: placeTargets(annotation, texts),
      };
      for (const { path } of verdict.targets) {
        const own = this.#byPath.get(path) ?? new Set();
        this.#byPath.set(path, own.add(verdict));
      }
    }
  }

  /** The verdict on the same kind of question that shares the most statements, in two positions at least. */
  find(contradiction: Contradiction): PlacedVerdict | undefined {
    const near = new Set<PlacedVerdict>();
    for (const { path } of contradiction.positions.flatMap(({ statements }) => statements)) {
      for (const verdict of this.#byPath.get(path) ?? []) if (verdict.kind === contradiction.kind) near.add(verdict);
    }
    const ranked = [...near].map((verdict) => ({ verdict, shared: sharedStatements(verdict, contradiction) }));
    const fitting = ranked.filter(({ shared }) => shared > 0);
    fitting.sort(
      (a, b) => b.shared - a.shared || (timeOf(a.verdict.annotation) < timeOf(b.verdict.annotation) ? 1 : -1),
    );
    return fitting[0]?.verdict;
  }
}

/** How many of the statements are targets of the verdict; 0 unless these still stand against each other. */
function sharedStatements({ targets }: PlacedVerdict, { positions }: Contradiction): number {
  const shared = positions.map(({ statements }) => targets.filter((target) => statements.some((s) => isOn(target, s))));
  const opposed = shared.filter((those) => those.length > 0);
  const values = new Set(opposed.flatMap((those) => those.map(({ target }) => target['crossread:position'])));
  return opposed.length >= 2 && values.size >= 2 ? opposed.flat().length : 0;
}

function isOn({ path, at }: PlacedTarget, { path: where, focus }: Statement): boolean {
  return at !== undefined && path === where && at.start < focus.end && focus.start < at.end;
}

function toVerdict({ annotation, targets }: PlacedVerdict, contradiction: Contradiction): Verdict {
  const reason = DISMISSAL_REASONS.find((known) => known === textOf(annotation, 'classifying'));
  const holds = textOf(annotation, 'identifying');
  const note = textOf(annotation, 'commenting');
  const author = authorOf(annotation);
  return {
    state: stateOf(annotation) ?? 'open',
    ...(reason ? { reason } : {}),
    ...(holds === undefined ? {} : { holds }),
    ...(note ? { note } : {}),
    ...(author ? { author } : {}),
    time: timeOf(annotation),
    isOutdated: contradiction.positions.some((position) => isNews(position, targets)),
  };
}

/**
 * Whether a position is new, or in other words than it was: of its statements none has a focus that the verdict knows as it
 * stands. Another source that says the same is no news.
 */
function isNews({ value, statements }: Position, targets: PlacedTarget[]): boolean {
  return !statements.some((statement) =>
    targets.some((target) => isOn(target, statement) && saysTheSame(target, statement, value)),
  );
}

function saysTheSame({ target }: PlacedTarget, { focus }: Statement, value: string): boolean {
  const quote = target.selector.find((each) => each.type === 'TextQuoteSelector');
  const exact = quote?.type === 'TextQuoteSelector' ? quote.exact : '';
  return target['crossread:position'] === value || plain(exact) === plain(focus.text);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
