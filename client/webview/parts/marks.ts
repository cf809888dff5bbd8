/** The small signs that mean the same in every view: the letter of a position, and the shape of a severity. */
import * as l10n from '@vscode/l10n';
import type { Severity } from '../../../server/src/protocol.ts';
import { colorOf, letter } from '../model/positions.ts';
import { element } from './dom.ts';
import { severityLabel } from './labels.ts';

/** A position: its letter says which, its color only underlines it. */
export function positionMark(position: number, text = letter(position)): HTMLElement {
  return element('span', { class: `position color-${colorOf(position)}` }, text);
}

/** A shape for each severity: a triangle, a dot, a ring. */
export function severityMark(severity: Severity): HTMLElement {
  return element('span', { class: `severity ${severity}`, title: severityLabel(severity), 'aria-hidden': 'true' });
}

/** "confidence 87%" */
export function confidenceLabel(confidence: number): string {
  return l10n.t('confidence {0}%', Math.round(confidence * 100));
}
