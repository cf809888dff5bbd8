/** How positions are told apart: each by a letter, and by one of a few colors. */
export const colors = 6;

/** "A" for the first position, "Z" for the 26th, "AA" for the next. */
export function letter(position: number): string {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : letter(Math.floor(position / 26) - 1) + last;
}

/** The number of the color of a position. */
export function colorOf(position: number): number {
  return position % colors;
}
