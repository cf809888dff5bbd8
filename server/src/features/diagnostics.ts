import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { isSettled, type Severity } from '../analysis/model.ts';
import type { PlacedStatement, Reading } from '../workspace/reading.ts';
import type { ShownAs } from '../workspace/settings.ts';
import { documentOf, toLocation, toRange } from './convert.ts';
import { shorten } from './text.ts';
import { disputeMessage, documentationOf, sourceName } from './wording.ts';

const LONGEST_QUOTATION = 200;

const SEVERITIES: Record<Exclude<ShownAs, 'off'>, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * The problems of a source: one for each position that it takes in a contradiction, on the words that carry the
 * disputed value, in text order.
 *
 * @param shownAs the problem severity for each of our severities
 */
export function diagnosticsOf(reading: Reading, path: string, shownAs: Record<Severity, ShownAs>): Diagnostic[] {
  const told = new Set<unknown>();
  return reading.statementsIn(path).flatMap((placed) => {
    const shown = shownAs[placed.contradiction.severity];
    if (shown === 'off' || told.has(placed.position) || isSettled(placed.contradiction)) return [];
    told.add(placed.position);
    return [toDiagnostic(reading, placed, SEVERITIES[shown])];
  });
}

function toDiagnostic(reading: Reading, placed: PlacedStatement, severity: DiagnosticSeverity): Diagnostic {
  const { contradiction, position, statement } = placed;
  return {
    range: toRange(documentOf(reading, statement.path), statement.focus),
    severity,
    source: 'Crossread',
    code: contradiction.kind,
    codeDescription: { href: documentationOf(contradiction.kind) },
    message: disputeMessage(reading, placed),
    relatedInformation: contradiction.positions
      .filter((other) => other !== position)
      .flatMap((other) => other.statements)
      .map((other) => ({
        location: toLocation(reading, other.path, other.focus),
        message: `${sourceName(reading, other.path)}: “${shorten(other.text, LONGEST_QUOTATION)}”`,
      })),
    data: { id: contradiction.id },
  };
}
