import { dictionary } from '../../dictionary.ts';

/** Words of one class under its first word: each line holds a class, its words parted by blanks. */
export function wordClasses(lines: string[]): Record<string, string> {
  const classes = dictionary<string>();
  for (const words of lines.map((line) => line.split(' '))) {
    for (const word of words) classes[word] = words[0] ?? '';
  }
  return classes;
}
