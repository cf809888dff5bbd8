/** Which of many rows or columns are in view. Nothing here knows the DOM. Lengths are CSS pixels. */

/** Where each of several columns begins; one entry more than there are columns, the last being where all end. */
export function offsets(widths: number[]): number[] {
  const starts = [0];
  for (const width of widths) starts.push((starts.at(-1) ?? 0) + width);
  return starts;
}

/**
 * The columns of which something lies in a stretch.
 *
 * @param starts from {@link offsets}
 * @returns the first, and the one after the last
 */
export function within(starts: number[], from: number, to: number): [first: number, end: number] {
  const count = starts.length - 1;
  const first = Math.max(0, upperBound(starts, from) - 1);
  let end = first;
  while (end < count && (starts[end] as number) < to) end++;
  return [Math.min(first, count), end];
}

/** The index of the first entry above a value. */
function upperBound(sorted: number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The scroll position, nearest to the present one, at which a stretch can be seen between two borders. */
export function revealed(scroll: number, size: number, stretch: { start: number; end: number }, lead: number): number {
  if (stretch.start < scroll + lead) return Math.max(0, stretch.start - lead);
  // The start matters more than the end where not both find room.
  if (stretch.end > scroll + size) return Math.min(stretch.start - lead, stretch.end - size);
  return scroll;
}

/** Widths that fill a room: each at least as wide as it needs, those that may grow sharing what is left. */
export function filled(least: number[], canGrow: boolean[], room: number, most: number): number[] {
  const left = room - least.reduce((sum, width) => sum + width, 0);
  const growing = canGrow.filter(Boolean).length;
  if (left <= 0 || growing === 0) return least;
  return least.map((width, index) =>
    canGrow[index] ? Math.min(Math.max(most, width), width + Math.floor(left / growing)) : width,
  );
}
