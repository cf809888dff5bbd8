/**
 * The check that keeps the text files of software and data out of the reading: word lists, tables, logs, licences,
 * build files. It looks for running English: at least two sentences, of which a fair part are function words.
 */

/** Enough of a text to know what it is. */
const SAMPLE = 20_000;
const MINIMUM_SENTENCES = 2;
const MINIMUM_WORDS = 12;
/** In running English two words in five are function words, in headlines one in four; in lists and logs few are. */
const MINIMUM_FUNCTION_WORDS = 0.2;
/** Characters that code and tables are full of, per character that is not white space. */
const MAXIMUM_SYMBOLS = 0.03;
/** The part of the lines that may begin as a log's, a diff's or a shell session's do. */
const MAXIMUM_RECORD_LINES = 0.4;

const FUNCTION_WORDS = new Set(
  `a about after all also an and are as at be because been before but by can could did do for from had has have he her his
  how i if in into is it its more no not of on or our out over said she so than that the their them then there they this
  to under until up was we were what when where which while who will with would you`.split(/\s+/),
);

/** Files that projects keep beside their code, by name without extension. */
const PROJECT_FILE =
  /^(?:cmakelists|requirements|constraints|licen[cs]es?|copying|copyright|notices?|thirdpartynotices?|readme|change-?log|authors|contributors|contributing|maintainers|todo|install|robots|humans|security|ads|app-ads|llms(?:-full)?|manifest|version|top_level|entry_points)$/;

const LICENCE =
  /without warrant(?:y|ies) of any kind|warranties or conditions of any kind|permission is hereby granted|redistribution and use in source and binary/i;

/** How a line of a log, a diff, a listing or a session begins. */
const RECORD =
  /^\s*(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|\[?(?:DEBUG|INFO|WARN|WARNING|ERROR|TRACE|FATAL)\b|\[\d|[$>#%;|+@]|\/\/|--|at \S+\(|https?:\/\/\S+$)/;

/**
 * Whether a text reads as prose rather than as a file of some program.
 *
 * @param name the file's name, for the files that are prose but belong to a software project
 */
export function isProse(text: string, name: string): boolean {
  if (isProjectFile(name)) return false;
  const sample = text.slice(0, SAMPLE);
  if (LICENCE.test(sample)) return false;
  return hasSentences(sample) && hasFunctionWords(sample) && !hasManySymbols(sample) && !isRecords(sample);
}

/** `requirements-dev.txt` and `LICENSE.MIT.txt` are the same as without what follows the first word. */
function isProjectFile(name: string): boolean {
  const stem = name.toLowerCase().replace(/\.[^.]*$/, '');
  return (
    PROJECT_FILE.test(stem) ||
    PROJECT_FILE.test(stem.split(/[-_.]/, 1)[0] ?? '') ||
    PROJECT_FILE.test(stem.split(/[-_.]/).at(-1) ?? '')
  );
}

function hasSentences(text: string): boolean {
  const ends = text.match(/[\p{Ll}\d%)] ?[.!?…]["”’»)]*(?=\s|$)/gu) ?? [];
  return ends.length >= MINIMUM_SENTENCES;
}

function hasFunctionWords(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? [];
  const known = words.filter((word) => FUNCTION_WORDS.has(word)).length;
  return words.length >= MINIMUM_WORDS && known / words.length >= MINIMUM_FUNCTION_WORDS;
}

function hasManySymbols(text: string): boolean {
  const solid = text.replace(/\s+/g, '').length;
  const symbols = text.match(/[{}<>=|\\^~`_\t\0]|[;:,]{2}|\w\(/g) ?? [];
  return symbols.length / solid > MAXIMUM_SYMBOLS;
}

function isRecords(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.filter((line) => RECORD.test(line)).length / lines.length > MAXIMUM_RECORD_LINES;
}
