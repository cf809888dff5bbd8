/** Words of one class under its first word: each line holds a class, its words parted by blanks. */
export function wordClasses(lines: string[]): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const words = line.split(' ');
      return words.map((word) => [word, words[0] ?? '']);
    }),
  );
}
