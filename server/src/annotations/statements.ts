import type { Contradiction, Position, Statement } from '../analysis/model.ts';
import { type Annotation, textOf, timeOf } from './annotation.ts';
import { correctorOf, STATEMENT_CORRECTIONS } from './corrections.ts';
import { type PlacedTarget, placeTargets, type Texts } from './sources.ts';

/**
 * Changes the contradictions to what readers say of the statements in them: what a statement's value is, and which are not
 * about the same thing. A question to which one answer is left is none. Pure.
 */
export function correctStatements(
  contradictions: Contradiction[],
  annotations: Iterable<Annotation>,
  texts: Texts,
  reader: string | undefined,
): Contradiction[] {
  const corrections = [...annotations].filter((each) =>
    STATEMENT_CORRECTIONS.some((known) => known === each['crossread:correction']),
  );
  if (corrections.length === 0) return contradictions;
  corrections.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  const placed = corrections.map((correction) => ({ correction, targets: placeTargets(correction, texts) }));
  return contradictions.flatMap((contradiction) => {
    let { positions } = contradiction;
    for (const { correction, targets } of placed) {
      if (correction['crossread:kind'] !== contradiction.kind) continue;
      positions = correctPositions(positions, correction, targets, correctorOf(correction, reader));
    }
    if (positions === contradiction.positions) return [contradiction];
    return positions.length >= 2 ? [{ ...contradiction, positions }] : [];
  });
}

function correctPositions(
  positions: Position[],
  correction: Annotation,
  [first, ...others]: PlacedTarget[],
  by: string,
): Position[] {
  const from = first && positions.find(({ statements }) => statements.some((each) => isAt(each, first)));
  const statement = first && from?.statements.find((each) => isAt(each, first));
  if (!from || !statement) return positions;
  if (correction['crossread:correction'] === 'unrelated') {
    const opposed = positions.filter((position) => position !== from).flatMap(({ statements }) => statements);
    const isOpposed = others.some((target) => opposed.some((each) => isAt(each, target)));
    return isOpposed ? without(positions, statement) : positions;
  }
  const value = textOf(correction, 'identifying');
  if (value === undefined || isEqual(value, from.value)) return positions;
  const moved: Statement = { ...statement, decided: `value given by ${by}` };
  const left = without(positions, statement);
  const to = left.find((position) => isEqual(position.value, value));
  if (!to) return [...left, { value, statements: [moved] }];
  return left.map((each) => (each === to ? { ...each, statements: [...each.statements, moved] } : each));
}

function without(positions: Position[], statement: Statement): Position[] {
  return positions.flatMap((position) => {
    const statements = position.statements.filter((each) => each !== statement);
    if (statements.length === position.statements.length) return [position];
    return statements.length > 0 ? [{ ...position, statements }] : [];
  });
}

function isAt({ path, focus }: Statement, target: PlacedTarget): boolean {
  return target.at !== undefined && path === target.path && target.at.start < focus.end && focus.start < target.at.end;
}

function isEqual(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}
