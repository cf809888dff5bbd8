import { t } from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver';
import { isSettled } from '../analysis/model.ts';
import { counted } from '../report/language.ts';
import type { Reading } from '../workspace/reading.ts';
import { documentOf, toRange } from './convert.ts';

/** A command of the client: goes to the next contradiction. */
const NEXT_CONTRADICTION = 'crossread.nextContradiction';

/** Above the headline of a source: in how many contradictions it is, and with how many other sources. */
export function codeLens(reading: Reading, path: string): CodeLens[] {
  const open = reading.statementsIn(path).filter(({ contradiction }) => !isSettled(contradiction));
  const contradictions = new Set(open.map(({ contradiction }) => contradiction));
  if (contradictions.size === 0) return [];
  const others = new Set(
    [...contradictions]
      .flatMap(({ positions }) => positions.flatMap(({ statements }) => statements.map((statement) => statement.path)))
      .filter((other) => other !== path),
  );
  const headline = reading.source(path)?.read.blocks.find(({ kind }) => kind === 'headline') ?? { start: 0, end: 0 };
  const title = summary(counted.contradictions(contradictions.size), others.size);
  return [{ range: toRange(documentOf(reading, path), headline), command: { title, command: NEXT_CONTRADICTION } }];
}

function summary(contradictions: string, others: number): string {
  if (others === 0) return t('{0} within this source', contradictions);
  return others === 1
    ? t('{0} with 1 other source', contradictions)
    : t('{0} with {1} other sources', contradictions, others);
}
