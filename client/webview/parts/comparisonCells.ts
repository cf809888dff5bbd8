/** What stands in the cells of the comparison. */
import * as l10n from '@vscode/l10n';
import { harmless, harmlessLines } from '../../../server/src/harmless.ts';
import type { AnswerStatement, Question, Quotation } from '../messages.ts';
import { colorOf, letter } from '../model/positions.ts';
import {
  answerOf,
  type Choices,
  type Column,
  type GroupColumn,
  positionsOf,
  type SourceColumn,
  tally,
} from '../model/table.ts';
import { element, quotation } from './dom.ts';
import { kindLabel, readableDate, severityLabel, sourceCount } from './labels.ts';
import { confidenceLabel, positionMark, severityMark } from './marks.ts';

/** As many statements as find room in a cell. */
const mostStatements = 3;

export function fillCorner(cell: HTMLElement, questions: string): void {
  cell.append(element('span', { class: 'name' }, l10n.t('Question')), element('span', { class: 'quiet' }, questions));
}

export function fillColumnHeader(cell: HTMLElement, column: Column | undefined, choices: Choices): void {
  if (!column) return;
  if (column.type === 'group') fillGroupHeader(cell, column);
  else fillSourceHeader(cell, column, choices);
}

function fillSourceHeader(cell: HTMLElement, { source }: SourceColumn, choices: Choices): void {
  const { name, about, date, uri } = source;
  const isAlong = choices.along === uri;
  cell.setAttribute('aria-sort', isAlong ? 'ascending' : 'none');
  const facts = [name, about, date && readableDate(date), l10n.t('Click to sort by this source')];
  cell.title = harmlessLines(facts.filter(Boolean).join('\n'));
  cell.append(
    element('span', { class: 'name' }, name, isAlong && element('span', { 'aria-hidden': 'true' }, ' ↓')),
    element('span', { class: 'quiet' }, [date && readableDate(date), about].filter(Boolean).join(' · ')),
  );
}

function fillGroupHeader(cell: HTMLElement, { label, sources, open }: GroupColumn): void {
  cell.classList.add('group');
  cell.setAttribute('aria-expanded', String(open));
  const name = harmless(groupName(label));
  cell.title = open ? l10n.t('{0}: click to show as one column', name) : l10n.t('{0}: click to show each source', name);
  cell.append(
    element('span', { class: 'name' }, element('span', { 'aria-hidden': 'true' }, open ? '▾ ' : '▸ '), name),
    element('span', { class: 'quiet' }, sourceCount(sources.length)),
  );
}

function groupName(label: string): string {
  if (!label) return l10n.t('Others');
  return /^\d{4}-\d\d-\d\d$/.test(label) ? readableDate(label) : label;
}

export function fillRowHeader(cell: HTMLElement, question: Question | undefined): void {
  if (!question) return;
  offerVerdicts(cell, question);
  const { severity, kind, values, answers, confidence } = question;
  const facts = [kindLabel(kind), sourceCount(answers.length), `${Math.round(confidence * 100)}%`];
  const told = [question.explanation, confidenceLabel(confidence), l10n.t('Click to read side by side')];
  cell.title = harmlessLines(told.join('\n'));
  cell.append(
    severityMark(severity),
    element('span', { class: 'question' }, unseen(`${severityLabel(severity)}: `), question.question),
    element('span', { class: 'quiet' }, facts.join(' · ')),
    unseen(values.map((value, position) => `${letter(position)}: ${value}`).join('; ')),
  );
}

/** Says what the menu of a cell is about; its items are in the manifest under `webview/context`. */
function offerVerdicts(cell: HTMLElement, { id }: Question): void {
  const context = { webviewSection: 'crossread.question', of: id, preventDefaultContextMenuItems: true };
  cell.dataset.vscodeContext = JSON.stringify(context);
}

export function fillCell(cell: HTMLElement, question: Question | undefined, column: Column | undefined): void {
  if (!question || !column) return;
  offerVerdicts(cell, question);
  if (column.type === 'group') fillGroupCell(cell, question, column);
  else fillSourceCell(cell, question, column);
}

function fillSourceCell(cell: HTMLElement, question: Question, { source, index }: SourceColumn): void {
  const answer = answerOf(question, index);
  cell.append(unseen(answer ? `${source.name}: ` : l10n.t('{0}: silent', source.name)));
  if (!answer) return void cell.classList.add('silent');
  const { statements } = answer;
  const shown = statements.slice(0, mostStatements);
  cell.classList.add(shown.length === 1 ? 'one' : 'several');
  const [position = 0, ...others] = positionsOf(answer);
  if (others.length === 0) cell.classList.add('taken', `color-${colorOf(position)}`);
  const left = statements.length - shown.length;
  shown.forEach((statement, index) => {
    const isLast = index === shown.length - 1;
    const line = shown.length === 1 ? statement : { ...statement, quotation: fromFocus(statement.quotation) };
    cell.append(statementLine(line, index, isLast && left > 0 ? `+${left}` : undefined));
  });
}

/** What matters first, where there is but one line. */
function fromFocus({ text, highlight: [start, end] }: Quotation): Quotation {
  if (start <= 1) return { text, highlight: [start, end] };
  return { text: `…${text.slice(start)}`, highlight: [1, end - start + 1] };
}

function statementLine(statement: AnswerStatement, index: number, more?: string): HTMLElement {
  const { position, quotation: words, speaker } = statement;
  return element(
    'div',
    { class: 'statement', 'data-statement': index },
    positionMark(position),
    element(
      'span',
      { class: 'words' },
      quotation(words),
      speaker && element('span', { class: 'quiet' }, ` ${speaker}`),
    ),
    more !== undefined && element('span', { class: 'more' }, more),
  );
}

/** What only a screen reader says. It stands with what is seen, so that the name of a cell is all that is in it. */
function unseen(text: string): HTMLElement {
  return element('span', { class: 'unseen' }, text);
}

/** How many sources of a group take which position, as letters with numbers and as a bar. */
function fillGroupCell(cell: HTMLElement, question: Question, { sources, label }: GroupColumn): void {
  const { positions, silent } = tally(question, sources);
  const taken = positions.flatMap((count, position) => (count > 0 ? { position, count } : []));
  cell.append(unseen(`${groupName(label)}: `));
  if (silent > 0) cell.append(unseen(l10n.t('{0} silent', silent)));
  if (taken.length === 0) return void cell.classList.add('silent');
  cell.classList.add('group');
  const counts = taken.map(({ position, count }) => positionMark(position, `${letter(position)} ${count}`));
  cell.append(element('div', { class: 'counts' }, ...counts), shareBar(taken));
}

/** A bar in the colors of positions, as long as their counts. One element: a table has very many of these. */
function shareBar(taken: { position: number; count: number }[]): HTMLElement {
  const all = taken.reduce((sum, { count }) => sum + count, 0);
  let end = 0;
  const stops = taken.map(({ position, count }) => {
    const start = end;
    end += (100 * count) / all;
    return `var(--position-${colorOf(position)}) ${start}% calc(${end}% - 2px), transparent calc(${end}% - 2px) ${end}%`;
  });
  const bar = element('div', { class: 'bar' });
  bar.style.backgroundImage = `linear-gradient(to right, ${stops.join(', ')})`;
  return bar;
}

/** The statement that a click or a key on a cell means: the one that was clicked, or each in turn. */
export function statementAt(
  question: Question,
  source: number,
  target: Element | undefined,
  turn: number,
): AnswerStatement | undefined {
  const statements = answerOf(question, source)?.statements ?? [];
  const clicked = target?.closest<HTMLElement>('[data-statement]')?.dataset.statement;
  return statements[clicked === undefined ? turn % statements.length : Number(clicked)];
}
