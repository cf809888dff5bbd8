/** The comparison: disputed questions as rows, sources as columns, in each cell the position that the source takes. */
import * as l10n from '@vscode/l10n';
import type { ComparisonData, ComparisonShown } from './messages.ts';
import { ReceivedQuestions } from './model/received.ts';
import { type Choices, type Column, noChoices, type Table, tableOf } from './model/table.ts';
import { fillCell, fillColumnHeader, fillCorner, fillRowHeader, statementAt } from './parts/comparisonCells.ts';
import { element } from './parts/dom.ts';
import { emptyPage, emptyText } from './parts/emptiness.ts';
import { Filters, shownQuestions } from './parts/filters.ts';
import { type Activation, type CellPlace, Grid, type GridState } from './parts/grid.ts';
import { Host } from './parts/host.ts';

interface State {
  choices: Choices;
  grid: GridState;
}

const sourceWidth = 200;
const groupWidth = 132;

/** Starts the view in a page. */
export function startComparison(root: HTMLElement): void {
  new Comparison(root);
}

class Comparison {
  readonly #host = new Host<ComparisonShown, State>();
  readonly #filters = new Filters((choices) => this.#choose(choices));
  readonly #body = element('div', { class: 'comparison-body' });
  readonly #detail = element('div', { class: 'detail' });
  readonly #empty = emptyPage('');
  readonly #grid: Grid;
  #choices: Choices;
  #data: ComparisonData | undefined;
  #table: Table = { rows: [], columns: [], grouping: 'none' };
  /** How often a cell was opened in a row, to go through its statements. */
  #turn = { key: '', next: 0 };

  constructor(root: HTMLElement) {
    this.#choices = { ...noChoices, ...this.#host.state.choices };
    this.#grid = new Grid(this.#body, {
      activate: (place, how) => this.#activate(place, how),
      moved: () => this.#host.keep({ grid: this.#grid.state }),
      entered: (row) => this.#explain(row),
    });
    root.append(this.#filters.element, this.#empty, this.#body, this.#detail);
    const received = new ReceivedQuestions();
    this.#host.listen(
      (shown) => this.#take({ ...shown, questions: received.pick(shown.questions) }),
      (questions) => received.add(questions),
    );
  }

  #take(data: ComparisonData): void {
    const isFirst = this.#data === undefined;
    this.#data = data;
    this.#show(isFirst ? this.#host.state.grid : undefined);
  }

  #choose(changed: Partial<Choices>): void {
    const isOrder = 'sorting' in changed || 'along' in changed || 'words' in changed;
    // Sorting by one thing ends sorting by another.
    if (changed.sorting) changed.along = '';
    this.#choices = { ...this.#choices, ...changed };
    this.#host.keep({ choices: this.#choices });
    this.#show();
    if (isOrder) this.#grid.toStart();
  }

  #show(state?: GridState): void {
    const data = this.#data;
    if (!data) return;
    this.#table = tableOf(data, this.#choices);
    const { rows, columns } = this.#table;
    this.#filters.show(data, this.#choices, this.#table);
    const isEmpty = rows.length === 0;
    document.body.classList.toggle('is-empty', isEmpty);
    this.#empty.textContent = isEmpty ? this.#whyEmpty(data) : '';
    this.#grid.show(
      {
        label: l10n.t('Disputed questions by source'),
        rows: rows.length,
        columns: columns.length,
        rowKey: (row) => rows[row]?.id ?? '',
        columnKey: (column) => columns[column]?.key ?? '',
        rowContent: (row) => rows[row],
        columnContent: (column) => columnContent(columns[column]),
        columnWidth: (column) =>
          columns[column]?.type === 'group' ? { least: groupWidth, grows: false } : { least: sourceWidth, grows: true },
        fillCorner: (cell) => fillCorner(cell, shownQuestions(data, this.#table)),
        fillColumnHeader: (cell, column) => fillColumnHeader(cell, columns[column], this.#choices),
        fillRowHeader: (cell, row) => fillRowHeader(cell, rows[row]),
        fillCell: (cell, row, column) => fillCell(cell, rows[row], columns[column]),
      },
      state,
    );
    this.#explain(Math.max(0, this.#grid.activeRow));
  }

  #whyEmpty({ situation, questions, sources }: ComparisonData): string {
    if (questions.length > 0) return l10n.t('No question passes the filters.');
    const advice = sources.length === 1 ? l10n.t('Add other texts to the folder to read it against them.') : '';
    return emptyText(
      situation,
      [l10n.t('The sources do not contradict each other.'), advice].filter(Boolean).join(' '),
    );
  }

  /** Says below the grid why the question of a row is disputed. */
  #explain(row: number): void {
    const question = this.#table.rows[row];
    if (!question) return;
    const { explanation } = question;
    const line = element('p', { title: explanation }, element('strong', {}, question.question), ` ${explanation}`);
    this.#detail.replaceChildren(line);
  }

  #activate({ row, column }: CellPlace, how: Activation): void {
    const shown = this.#table.columns[column];
    const question = this.#table.rows[row];
    if (row < 0 && column < 0) return;
    if (row < 0) {
      if (shown?.type === 'group') this.#toggle(shown.key);
      else if (shown) this.#sortAlong(shown.source.uri);
    } else if (column < 0) {
      if (question) this.#host.send({ type: 'sideBySide', contradiction: question.id });
    } else if (shown?.type === 'group') this.#toggle(shown.key);
    else if (shown && question) {
      const statement = statementAt(question, shown.index, how.target, this.#nextTurn(`${question.id} ${shown.key}`));
      if (statement) this.#host.open({ uri: shown.source.uri, range: statement.range }, how.stay);
    }
  }

  /** How often the same cell was opened without another between. */
  #nextTurn(key: string): number {
    this.#turn = { key, next: this.#turn.key === key ? this.#turn.next + 1 : 0 };
    return this.#turn.next;
  }

  #toggle(group: string): void {
    const { open } = this.#choices;
    this.#choose({ open: open.includes(group) ? open.filter((each) => each !== group) : [...open, group] });
  }

  #sortAlong(uri: string): void {
    this.#choose({ along: this.#choices.along === uri ? '' : uri });
  }
}

/** What the cells of a column say of it. */
function columnContent(column: Column | undefined): string {
  if (column?.type === 'group') return JSON.stringify([column.key, column.sources, column.open]);
  return JSON.stringify([column?.key, column?.index, column?.source.name]);
}
