import type { Contradiction, Entity, EntityType, Span } from '../../server/src/analysis/model.ts';

/** A place in a labelled text, in a line that counts from 1: words that stand there, columns of it, or the whole line. */
export interface GoldStatement {
  doc: string;
  line: number;
  text?: string;
  from?: number;
  to?: number;
}

/** What an annotator found in a folder of texts: disputed facts, differences that are none, and entities. */
export interface Gold {
  facts: {
    id: string;
    question: string;
    /** The kind of contradiction; `time` where the shared folders tell it from `date`. */
    kind: string;
    /** hard: cannot both hold; update: a later report; soft: precision, coverage, wording, spelling. */
    strength: string;
    values: { value: string; statements: GoldStatement[] }[];
  }[];
  /** Two statements that differ and agree; the first is one side, the second the other. */
  decoys: { why: string; statements: GoldStatement[] }[];
  entities: { name: string; type: string; surfaces: string[]; except?: string[] }[];
}

interface Place extends Span {
  doc: string;
}

export interface ContradictionScore {
  /** Ids of the facts that a reported contradiction names, and the questions of those that none does. */
  found: string[];
  missed: string[];
  /** Whether each reported contradiction names a fact, in their order. */
  right: boolean[];
  /** The share of the reported contradictions that name a fact. */
  precision: number;
  falseQuestions: string[];
  decoysHit: string[];
}

/**
 * Scores reported contradictions. One names a fact when two of its positions lie, with the focus of a statement, on two
 * different values of the fact; it hits a decoy when two of its positions lie on the decoy's two statements.
 *
 * @param texts the texts by document name
 * @param docOf the document name of a statement's path
 */
export function scoreContradictions(
  reported: Contradiction[],
  gold: Gold,
  texts: Map<string, string>,
  docOf: (path: string) => string,
): ContradictionScore {
  const locateAll = (statements: GoldStatement[]) => statements.map((statement) => locate(statement, texts));
  const facts = gold.facts.map((fact) => ({ ...fact, sides: fact.values.map((v) => locateAll(v.statements)) }));
  const decoys = gold.decoys.map(({ why, statements }) => ({
    why,
    sides: locateAll(statements).map((place) => [place]),
  }));
  const found = new Set<string>();
  const decoysHit: string[] = [];
  const falseQuestions: string[] = [];
  const right: boolean[] = [];
  for (const { question, positions } of reported) {
    const places = positions.map(({ statements }) => statements.map((s) => ({ ...s.focus, doc: docOf(s.path) })));
    const named = facts.filter(({ sides }) => areApart(places, sides));
    for (const { id } of named) found.add(id);
    right.push(named.length > 0);
    if (named.length > 0) continue;
    falseQuestions.push(question);
    decoysHit.push(...decoys.filter(({ sides }) => areApart(places, sides)).map(({ why }) => why));
  }
  return {
    found: [...found].toSorted(),
    right,
    missed: facts.filter(({ id }) => !found.has(id)).map(({ id, question }) => `${id}: ${question}`),
    precision: reported.length === 0 ? 0 : 1 - falseQuestions.length / reported.length,
    falseQuestions,
    decoysHit,
  };
}

/** Whether two different positions lie on two different sides. */
function areApart(positions: Place[][], sides: Place[][]): boolean {
  const touched = positions.map((places) =>
    sides.flatMap((side, i) => (places.some((p) => side.some((q) => overlap(p, q))) ? [i] : [])),
  );
  return touched.some((a, i) => touched.slice(i + 1).some((b) => a.some((x) => b.some((y) => x !== y))));
}

function overlap(a: Place, b: Place): boolean {
  return a.doc === b.doc && a.start < b.end && b.start < a.end;
}

/** @throws Error when the labelled words do not stand in the line */
export function locate({ doc, line, text, from, to }: GoldStatement, texts: Map<string, string>): Place {
  const lines = (texts.get(doc) ?? '').split('\n');
  const own = lines[line - 1] ?? '';
  const at = from ?? own.indexOf(text ?? '');
  if (at < 0) throw new Error(`not in ${doc}, line ${line}: ${text}`);
  const start = lines.slice(0, line - 1).reduce((sum, above) => sum + above.length + 1, 0) + at;
  return { doc, start, end: start + (to === undefined ? (text ?? own).length : to - at) };
}

export interface LinkingScore {
  /** How many places name the labelled entities, and how many of them lie in one entity of the right type each. */
  places: number;
  linked: number;
  incomplete: string[];
}

/** Scores how many places of each labelled name are mentions of one entity. */
export function scoreLinking(
  entities: Entity[],
  gold: Gold,
  texts: Map<string, string>,
  docOf: (path: string) => string,
): LinkingScore {
  const score: LinkingScore = { places: 0, linked: 0, incomplete: [] };
  for (const entry of gold.entities) {
    const places = placesOf(entry, texts);
    const covered = entities
      .filter(({ type }) => type === (entry.type as EntityType))
      .map(
        ({ mentions }) =>
          places.filter((place) => mentions.some((m) => holds(place, { ...m, doc: docOf(m.path) }))).length,
      );
    const best = Math.max(0, ...covered);
    score.places += places.length;
    score.linked += best;
    if (best < places.length) score.incomplete.push(`${entry.name}: ${best} of ${places.length}`);
  }
  return score;
}

function holds(place: Place, mention: Place): boolean {
  return mention.doc === place.doc && mention.start <= place.start && place.end <= mention.end;
}

/** Where a name stands as a word of its own, outside longer names that are another's. */
function placesOf({ surfaces, except = [] }: Gold['entities'][number], texts: Map<string, string>): Place[] {
  const isPart = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? ' ');
  return [...texts].flatMap(([doc, whole]) => {
    const text = except.reduce((rest, name) => rest.replaceAll(name, ' '.repeat(name.length)), whole);
    return surfaces.flatMap((surface) => {
      const found: Place[] = [];
      for (let start = text.indexOf(surface); start >= 0; start = text.indexOf(surface, start + 1)) {
        const end = start + surface.length;
        if (!isPart(text[start - 1]) && !isPart(text[end])) found.push({ doc, start, end });
      }
      return found;
    });
  });
}
