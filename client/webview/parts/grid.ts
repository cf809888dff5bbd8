import { element, focusAgain, perFrame } from './dom.ts';
import { filled, offsets, revealed, within } from './virtual.ts';

/** What a grid shows: rows with a header each, under columns with a header each. Only what is in view is asked for. */
export interface GridContent {
  label: string;
  rows: number;
  columns: number;
  rowKey(row: number): string;
  columnKey(column: number): string;
  /** What the cells of a row show: while it is the same object, and all columns are the same, they are not made anew. */
  rowContent(row: number): object | undefined;
  /** What the cells of a column show beside the content of their rows. */
  columnContent(column: number): string;
  /** The least width of a column in CSS pixels, and whether it takes of what room is left. */
  columnWidth(column: number): { least: number; grows: boolean };
  /** Fill an element that has its role and place already. */
  fillCorner(cell: HTMLElement): void;
  fillColumnHeader(cell: HTMLElement, column: number): void;
  fillRowHeader(cell: HTMLElement, row: number): void;
  fillCell(cell: HTMLElement, row: number, column: number): void;
}

/** A cell; -1 is the header row or the header column. */
export interface CellPlace {
  row: number;
  column: number;
}

/** How a cell was chosen: what was clicked in it, and whether the keyboard is to stay in the grid. */
export interface Activation {
  target?: Element;
  stay: boolean;
}

/** Where the reader is, told by keys, so that it means the same after an update. Lengths are CSS pixels. */
export interface GridState {
  row?: string;
  rowOffset: number;
  column?: string;
  columnOffset: number;
  activeRow?: string;
  activeColumn?: string;
}

/** Below this width the header of a row stands above its cells. */
const stackedBelow = 520;
const widestColumn = 440;
/** How far beyond the edges cells are made already. */
const overscan = 160;
/** How much of a frame drawing may take, in milliseconds. The layout and painting that follow take four times as long. */
const slice = 2;

/** Heights in CSS pixels, as in comparison.css. */
const beside = { header: 62, row: 74 };
const stacked = { header: 62, row: 122 };

interface Row {
  element: HTMLElement;
  /** Of {@link GridContent.rowContent}. */
  content: object | undefined;
  cells: Map<number, HTMLElement>;
}

/**
 * A grid in which only the cells in view exist, scrolled both ways under a fixed header row and beside a fixed header
 * column. Keys as the ARIA practices have them for a data grid (w3.org/WAI/ARIA/apg/patterns/grid).
 */
export class Grid {
  readonly #scroller = element('div', { class: 'grid-scroller' });
  readonly #canvas = element('div', { class: 'grid', role: 'grid', 'aria-readonly': 'true' });
  readonly #rows = new Map<number, Row>();
  #content: GridContent | undefined;
  #starts: number[] = [0];
  /** Tells whether the columns are the same as before. */
  #columns = '';
  #sizes = beside;
  #headerWidth = 0;
  /** The width of what can be seen. */
  #room = 0;
  #active: CellPlace = { row: 0, column: -1 };
  #isPointing = false;

  constructor(
    parent: HTMLElement,
    private readonly events: {
      activate(place: CellPlace, how: Activation): void;
      /** The reader has scrolled or moved. */
      moved(): void;
      /** Another row has the focus. */
      entered?(row: number): void;
    },
  ) {
    this.#scroller.append(this.#canvas);
    parent.append(this.#scroller);
    this.#scroller.addEventListener('scroll', this.#drawSoon, { passive: true });
    this.#canvas.addEventListener('keydown', (event) => this.#press(event));
    this.#canvas.addEventListener('focusin', ({ target }) => this.#focused(target as Element));
    this.#canvas.addEventListener('pointerdown', () => {
      this.#isPointing = true;
    });
    window.addEventListener('pointerup', () => {
      this.#isPointing = false;
    });
    this.#canvas.addEventListener('click', (event) => this.#click(event, true));
    this.#canvas.addEventListener('dblclick', (event) => this.#click(event, false));
    new ResizeObserver(perFrame(() => this.#resized())).observe(this.#scroller);
  }

  /** Draws as much as a frame has time for, and goes on in the next. */
  readonly #drawSoon = perFrame(() => {
    if (this.#draw(performance.now() + 3 * slice)) this.#drawSoon();
    else this.events.moved();
  });

  /** The row of the cell that has the focus, or would get it; -1 for the header row. */
  get activeRow(): number {
    return this.#active.row;
  }

  /** Where the reader is. */
  get state(): GridState {
    const { scrollTop, scrollLeft } = this.#scroller;
    const row = Math.floor(scrollTop / this.#sizes.row);
    const [column] = within(this.#starts, scrollLeft, scrollLeft + 1);
    const keys = { row: this.#rowKey(row), column: this.#columnKey(column) };
    return {
      ...keys,
      rowOffset: scrollTop - row * this.#sizes.row,
      columnOffset: scrollLeft - (this.#starts[column] ?? 0),
      activeRow: this.#rowKey(this.#active.row),
      activeColumn: this.#columnKey(this.#active.column),
    };
  }

  /**
   * Shows other content.
   *
   * @param state where the reader is to be; where its rows or columns are gone, the scroll position stays
   */
  show(content: GridContent, state: Partial<GridState> = this.state): void {
    const hadFocus = this.#canvas.contains(document.activeElement);
    this.#content = content;
    this.#canvas.setAttribute('aria-label', content.label);
    this.#canvas.setAttribute('aria-rowcount', String(content.rows + 1));
    this.#canvas.setAttribute('aria-colcount', String(content.columns + 1));
    this.#active = this.#clamped({
      row: state.activeRow === undefined ? this.#active.row : this.#rowOf(state.activeRow, this.#active.row),
      column: state.activeColumn === undefined ? -1 : this.#columnOf(state.activeColumn, this.#active.column),
    });
    this.#layOut();
    this.#restore(state);
    if (hadFocus && !this.#canvas.contains(document.activeElement)) focusAgain(() => this.#activeCell());
  }

  /** Scrolls to the start. */
  toStart(): void {
    this.#scroller.scrollTo(0, 0);
    this.#activate(this.#clamped({ row: 0, column: -1 }));
    this.#drawSoon();
  }

  focus(): void {
    this.#move(this.#active);
  }

  #resized(): void {
    if (!this.#content || this.#scroller.clientWidth === 0) return;
    const { state } = this;
    const hadFocus = this.#canvas.contains(document.activeElement);
    this.#layOut();
    this.#restore(state);
    if (hadFocus && !this.#canvas.contains(document.activeElement)) focusAgain(() => this.#activeCell());
  }

  #restore({ row, rowOffset = 0, column, columnOffset = 0 }: Partial<GridState>): void {
    const top = row === undefined ? -1 : this.#rowOf(row, -1);
    const left = column === undefined ? -1 : this.#columnOf(column, -1);
    if (top >= 0) this.#scroller.scrollTop = top * this.#sizes.row + rowOffset;
    if (left >= 0) this.#scroller.scrollLeft = (this.#starts[left] ?? 0) + columnOffset;
    if (this.#draw(performance.now() + slice)) this.#drawSoon();
  }

  /** Works the measures out, and takes away all cells that are to be made anew. */
  #layOut(): void {
    const content = this.#content as GridContent;
    const room = this.#scroller.clientWidth;
    this.#room = room;
    const isStacked = room < stackedBelow;
    this.#sizes = isStacked ? stacked : beside;
    this.#headerWidth = isStacked ? 0 : Math.min(380, Math.max(240, Math.round(room * 0.28)));
    const widths = Array.from({ length: content.columns }, (_, column) => content.columnWidth(column));
    const least = widths.map((width) => (isStacked ? Math.min(width.least, Math.max(140, room - 60)) : width.least));
    const grows = widths.map((width) => width.grows);
    this.#starts = offsets(filled(least, grows, room - this.#headerWidth, widestColumn));
    const width = Math.max(room, this.#headerWidth + (this.#starts.at(-1) ?? 0));
    this.#canvas.classList.toggle('stacked', isStacked);
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${this.#sizes.header + content.rows * this.#sizes.row}px`;
    this.#keepRows(content);
  }

  /** Moves the rows that show the same as before to where they now belong; an update that changes little does not flicker. */
  #keepRows(content: GridContent): void {
    const columns = range(0, content.columns).map((column) => content.columnContent(column));
    const isSame = columns.join('\n') === this.#columns;
    this.#columns = columns.join('\n');
    const rows = new Map(range(0, content.rows).map((row) => [content.rowContent(row), row]));
    const kept: [number, Row][] = [];
    for (const [was, drawn] of this.#rows) {
      const row = was < 0 || !isSame ? undefined : rows.get(drawn.content);
      if (row === undefined) drawn.element.remove();
      else kept.push([row, drawn]);
    }
    this.#rows.clear();
    let last: Element | null = null;
    for (const [row, drawn] of kept.sort(([a], [b]) => a - b)) {
      if (drawn.element.previousElementSibling !== last)
        this.#canvas.insertBefore(drawn.element, last?.nextElementSibling ?? this.#canvas.firstElementChild);
      last = drawn.element;
      this.#rows.set(row, drawn);
      this.#number(drawn, row);
    }
  }

  /** Says which row it is, and puts it there. */
  #number({ element, cells }: Row, row: number): void {
    element.setAttribute('aria-rowindex', String(row + 2));
    element.style.height = `${row < 0 ? this.#sizes.header : this.#sizes.row}px`;
    if (row >= 0) element.style.top = `${this.#sizes.header + row * this.#sizes.row}px`;
    for (const [column, cell] of cells) {
      this.#place(cell, column);
      cell.dataset.row = String(row);
      cell.tabIndex = row === this.#active.row && column === this.#active.column ? 0 : -1;
    }
  }

  /**
   * Makes the cells that are in view, or soon will be, and takes away the others.
   *
   * @param deadline when to leave the rest for later, in the time of `performance.now()`
   * @returns whether something is left to do
   */
  #draw(deadline = Number.POSITIVE_INFINITY): boolean {
    if (!this.#content) return false;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.#scroller;
    const { row: height } = this.#sizes;
    const rowsWithin = (margin: number) =>
      range(
        Math.max(0, Math.floor((scrollTop - margin) / height)),
        Math.min(this.#content?.rows ?? 0, Math.ceil((scrollTop + clientHeight + margin) / height)),
      );
    // The cell with the focus stays, wherever it is, or the focus would be lost.
    const always = [-1, ...(this.#active.row < this.#content.rows ? [this.#active.row] : [])];
    const near = new Set([...always, ...rowsWithin(overscan)]);
    for (const [row, { element }] of this.#rows) {
      if (near.has(row)) continue;
      element.remove();
      this.#rows.delete(row);
    }
    // What can be seen comes first.
    for (const [rows, margin] of [
      [new Set([...always, ...rowsWithin(0)]), 0],
      [near, overscan],
    ] as const) {
      const columns = within(this.#starts, scrollLeft - margin, scrollLeft + clientWidth + margin);
      for (const row of rows) {
        this.#drawRow(row, columns, margin);
        if (performance.now() > deadline) return true;
      }
    }
    return false;
  }

  #drawRow(row: number, [from, to]: [number, number], margin: number): void {
    const drawn = this.#rows.get(row) ?? this.#addRow(row);
    const isPinned = (column: number) => row === this.#active.row && column === this.#active.column;
    // Cells just out of view are left to the round that looks beyond it.
    if (margin > 0)
      for (const [column, cell] of drawn.cells) {
        if (column === -1 || (column >= from && column < to) || isPinned(column)) continue;
        cell.remove();
        drawn.cells.delete(column);
      }
    const wanted = [...range(from, to), ...(row === this.#active.row ? [this.#active.column] : [])];
    for (const column of wanted) if (column >= 0 && !drawn.cells.has(column)) this.#addCell(drawn, row, column);
  }

  #addRow(row: number): Row {
    const made = element('div', { class: row < 0 ? 'grid-row header' : 'grid-row', role: 'row' });
    const drawn: Row = { element: made, content: this.#content?.rowContent(row), cells: new Map() };
    this.#number(drawn, row);
    this.#addCell(drawn, row, -1);
    this.#canvas.insertBefore(made, this.#after(this.#rows, row)?.element ?? null);
    this.#rows.set(row, drawn);
    return drawn;
  }

  #addCell(drawn: Row, row: number, column: number): void {
    const content = this.#content as GridContent;
    const role = row < 0 ? 'columnheader' : column < 0 ? 'rowheader' : 'gridcell';
    const isActive = row === this.#active.row && column === this.#active.column;
    const cell = element('div', {
      class: `grid-cell ${role}`,
      role,
      'aria-colindex': column + 2,
      tabindex: isActive ? 0 : -1,
      'data-row': row,
      'data-column': column,
    });
    this.#place(cell, column);
    if (row < 0 && column < 0) content.fillCorner(cell);
    else if (row < 0) content.fillColumnHeader(cell, column);
    else if (column < 0) content.fillRowHeader(cell, row);
    else content.fillCell(cell, row, column);
    drawn.element.insertBefore(cell, this.#after(drawn.cells, column) ?? null);
    drawn.cells.set(column, cell);
  }

  #place(cell: HTMLElement, column: number): void {
    if (column < 0) {
      cell.style.width = `${this.#headerWidth || this.#room}px`;
      return;
    }
    const start = this.#starts[column] ?? 0;
    cell.style.left = `${this.#headerWidth + start}px`;
    cell.style.width = `${(this.#starts[column + 1] ?? start) - start}px`;
  }

  /** The next of what is there already: what is read aloud stands in the order that is seen. */
  #after<T>(there: Map<number, T>, index: number): T | undefined {
    let next: number | undefined;
    for (const each of there.keys()) if (each > index && (next === undefined || each < next)) next = each;
    return next === undefined ? undefined : there.get(next);
  }

  #press(event: KeyboardEvent): void {
    const { row, column } = this.#active;
    const place = this.#target(event, row, column);
    if (place) this.#move(place);
    else if (event.key === 'Enter' || event.key === ' ')
      this.events.activate({ row, column }, { stay: event.key === ' ' });
    else return;
    event.preventDefault();
  }

  /** Where a key leads. */
  #target(event: KeyboardEvent, row: number, column: number): CellPlace | undefined {
    const { rows, columns } = this.#content as GridContent;
    const page = Math.max(1, Math.floor((this.#scroller.clientHeight - this.#sizes.header) / this.#sizes.row));
    const isWhole = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'PageUp':
        return { row: Math.max(Math.min(row, 0), row - page), column };
      case 'PageDown':
        return { row: row + page, column };
      case 'Home':
        return { row: isWhole ? 0 : row, column: -1 };
      case 'End':
        return { row: isWhole ? rows - 1 : row, column: columns - 1 };
    }
    return undefined;
  }

  #move(to: CellPlace): void {
    const place = this.#clamped(to);
    this.#reveal(place);
    this.#activate(place);
    this.#draw();
    this.#activeCell()?.focus({ preventScroll: true });
    this.events.moved();
  }

  #activate(place: CellPlace): void {
    this.#activeCell()?.setAttribute('tabindex', '-1');
    const entersRow = place.row !== this.#active.row;
    this.#active = place;
    this.#activeCell()?.setAttribute('tabindex', '0');
    if (entersRow) this.events.entered?.(place.row);
  }

  #focused(target: Element): void {
    const place = this.#placeOf(target);
    if (!place) return;
    if (place.row !== this.#active.row || place.column !== this.#active.column) this.#activate(place);
    // What moved away under the mouse would not be clicked.
    if (!this.#isPointing) this.#reveal(place);
  }

  #click(event: MouseEvent, stay: boolean): void {
    const target = event.target as Element;
    const place = this.#placeOf(target);
    // Words that are being selected are not a click on the cell.
    if (!place || (stay && !getSelection()?.isCollapsed)) return;
    if (!stay) getSelection()?.removeAllRanges();
    if (!stay && (place.row < 0 || place.column < 0)) return;
    this.events.activate(place, { target, stay });
  }

  #placeOf(target: Element): CellPlace | undefined {
    const { row, column } = target.closest<HTMLElement>('.grid-cell')?.dataset ?? {};
    return row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) };
  }

  #activeCell(): HTMLElement | undefined {
    return this.#rows.get(this.#active.row)?.cells.get(this.#active.column);
  }

  #reveal({ row, column }: CellPlace): void {
    const { clientHeight, clientWidth, scrollTop, scrollLeft } = this.#scroller;
    const { header, row: height } = this.#sizes;
    if (row >= 0) {
      const start = header + row * height;
      this.#scroller.scrollTop = revealed(scrollTop, clientHeight, { start, end: start + height }, header);
    }
    if (column >= 0) {
      const stretch = {
        start: this.#headerWidth + (this.#starts[column] ?? 0),
        end: this.#headerWidth + (this.#starts[column + 1] ?? 0),
      };
      this.#scroller.scrollLeft = revealed(scrollLeft, clientWidth, stretch, this.#headerWidth);
    }
  }

  /** The nearest cell that there is. There is no corner to go to where the headers of rows stand above their cells. */
  #clamped({ row, column }: CellPlace): CellPlace {
    const { rows = 0, columns = 0 } = this.#content ?? {};
    const place = { row: clamp(row, -1, rows - 1), column: clamp(column, -1, columns - 1) };
    return place.row < 0 && place.column < 0 && this.#sizes === stacked
      ? { row: -1, column: columns > 0 ? 0 : -1 }
      : place;
  }

  #rowKey(row: number): string | undefined {
    return this.#content && row >= 0 && row < this.#content.rows ? this.#content.rowKey(row) : undefined;
  }

  #columnKey(column: number): string | undefined {
    return this.#content && column >= 0 && column < this.#content.columns ? this.#content.columnKey(column) : undefined;
  }

  #rowOf(key: string, otherwise: number): number {
    return indexOf(this.#content?.rows ?? 0, key, (row) => this.#rowKey(row)) ?? otherwise;
  }

  #columnOf(key: string, otherwise: number): number {
    return indexOf(this.#content?.columns ?? 0, key, (column) => this.#columnKey(column)) ?? otherwise;
  }
}

function indexOf(count: number, key: string, keyOf: (index: number) => string | undefined): number | undefined {
  for (let index = 0; index < count; index++) if (keyOf(index) === key) return index;
  return undefined;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
