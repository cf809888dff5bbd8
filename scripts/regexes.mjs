// Checks that no regular expression of the extension takes more than linear time on any input, since sources are scraped
// from anywhere: every literal of client/, server/ and cli/, every `new RegExp` (which must be made of constants of its
// own file, never of text), and the patterns of the grammar. Run by `npm run check`; the judge is recheck
// (makenowjust-labs.github.io/recheck). Verdicts are kept in node_modules/.cache, so only new expressions take time.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';
import { check } from 'recheck';

/**
 * @typedef {{ line: number, pattern: string, flags: string }} Expression line from 1
 * @typedef {{ line: number, problem: string }} Complaint
 * @typedef {{ type: string, loc: { start: { line: number } }, [field: string]: any }} Node of the syntax tree
 */

const GRAMMAR = 'syntaxes/source-text.tmLanguage.json';
const CACHE = 'node_modules/.cache/regexes.json';
/** In milliseconds, for one expression; what takes longer counts as failed. */
const LONGEST_CHECK = 120_000;

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();

/** @returns {Promise<number>} the exit code */
async function main() {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'client/*.ts', 'server/*.ts', 'cli/*.ts'])
    .toString()
    .split('\n')
    .filter(Boolean);
  /** @type {{ at: string, pattern: string, flags: string }[]} */
  const expressions = [];
  /** @type {string[]} */
  const failures = [];
  for (const file of [...files, GRAMMAR]) {
    const text = await readFile(file, 'utf8').catch(() => ''); // deleted, and not yet committed
    const found = file === GRAMMAR ? patternsOf(text) : expressionsIn(text);
    expressions.push(...found.expressions.map(({ line, ...rest }) => ({ at: `${file}:${line}`, ...rest })));
    failures.push(...found.complaints.map(({ line, problem }) => `${file}:${line}: ${problem}`));
  }
  failures.push(...(await slowOnes(expressions)));
  for (const failure of failures) console.error(failure);
  console.log(`${expressions.length} regular expressions checked, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

/**
 * The regular expressions that a TypeScript file makes.
 *
 * @param {string} text
 * @returns {{ expressions: Expression[], complaints: Complaint[] }}
 */
export function expressionsIn(text) {
  const { program } = parse(text, { sourceType: 'module', plugins: ['typescript'] });
  /** @type {Map<string, Node>} */
  const constants = new Map();
  /** @type {Expression[]} */
  const expressions = [];
  /** @type {Complaint[]} */
  const complaints = [];
  visit(program, (node) => {
    const { line } = node.loc.start;
    if (node.type === 'VariableDeclaration' && node.kind === 'const') {
      for (const { id, init } of node.declarations) if (id.type === 'Identifier' && init) constants.set(id.name, init);
    }
    if (node.type === 'RegExpLiteral') expressions.push({ line, pattern: node.pattern, flags: node.flags });
    if (!isConstructor(node)) return;
    const [pattern, flags] = node.arguments.map((/** @type {Node} */ each) => constantOf(each, constants));
    if (pattern === undefined || (node.arguments.length > 1 && flags === undefined)) {
      complaints.push({ line, problem: 'a RegExp that is not made of constants of this file' });
    } else expressions.push({ line, pattern, flags: flags ?? '' });
  });
  return { expressions, complaints };
}

/** @param {Node} node */
function isConstructor({ type, callee }) {
  return (type === 'NewExpression' || type === 'CallExpression') && callee.name === 'RegExp';
}

/**
 * The text that an expression always has; undefined where that cannot be told.
 *
 * @param {Node | undefined} node
 * @param {Map<string, Node>} constants
 * @returns {string | undefined}
 */
function constantOf(node, constants) {
  switch (node?.type) {
    case 'StringLiteral':
      return node.value;
    case 'Identifier':
      return constantOf(constants.get(node.name), constants);
    case 'TemplateLiteral':
      return joined(node.quasis, node.expressions, constants, 'cooked');
    case 'TaggedTemplateExpression': {
      const isRaw = node.tag.object?.name === 'String' && node.tag.property?.name === 'raw';
      return isRaw ? joined(node.quasi.quasis, node.quasi.expressions, constants, 'raw') : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * @param {Node[]} quasis
 * @param {Node[]} inserted
 * @param {Map<string, Node>} constants
 * @param {'cooked' | 'raw'} form
 */
function joined(quasis, inserted, constants, form) {
  const values = inserted.map((each) => constantOf(each, constants));
  if (values.includes(undefined)) return undefined;
  return quasis.map(({ value }, i) => value[form] + (values[i] ?? '')).join('');
}

/**
 * @param {unknown} node
 * @param {(node: Node) => void} tell
 */
function visit(node, tell) {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && 'loc' in node) tell(/** @type {Node} */ (node));
  for (const [field, child] of Object.entries(node)) if (field !== 'loc') visit(child, tell);
}

/**
 * The patterns of a TextMate grammar, which are Oniguruma's; those of ours mean the same in JavaScript, but for `\A`.
 *
 * @param {string} json
 * @returns {{ expressions: Expression[], complaints: Complaint[] }}
 */
export function patternsOf(json) {
  const found = json.split('\n').flatMap((text, index) => {
    const [, quoted] = /^\s*"(?:match|begin|end|while)": (".*"),?$/.exec(text) ?? [];
    return quoted ? [{ line: index + 1, pattern: JSON.parse(quoted).replace(/^\\A/, '^'), flags: 'u' }] : [];
  });
  return { expressions: found, complaints: [] };
}

/**
 * @param {{ at: string, pattern: string, flags: string }[]} expressions
 * @returns {Promise<string[]>} a line for each that is not linear, or not shown to be
 */
async function slowOnes(expressions) {
  const { version } = createRequire(import.meta.url)('recheck/package.json');
  const cache = JSON.parse(await readFile(CACHE, 'utf8').catch(() => '{}'));
  /** @type {Map<string, string | undefined>} */
  const known = new Map(cache.version === version ? cache.verdicts : []);
  const keyed = expressions.map((each) => ({ ...each, key: `/${each.pattern}/${each.flags}` }));
  const left = [...new Map(keyed.map((each) => [each.key, each])).values()].filter(({ key }) => !known.has(key));
  const next = left.values();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const { key, pattern, flags } of next) known.set(key, await judge(pattern, flags));
    }),
  );
  // only what is certain: a busy machine may have run out of time
  const verdicts = keyed.flatMap(({ key }) => (known.get(key) ? [] : [[key, null]]));
  await mkdir('node_modules/.cache', { recursive: true });
  await writeFile(CACHE, JSON.stringify({ version, verdicts }));
  return keyed.flatMap(({ at, key }) => (known.get(key) ? [`${at}: ${key} ${known.get(key)}`] : []));
}

/**
 * @param {string} pattern
 * @param {string} flags
 * @returns {Promise<string | undefined>} what is wrong with it
 */
export async function judge(pattern, flags) {
  const result = await check(pattern, flags, { timeout: LONGEST_CHECK, randomSeed: 1 });
  if (result.status === 'safe') return undefined;
  if (result.status === 'unknown') return `cannot be judged: ${result.error.kind}`;
  const { complexity } = result;
  const isQuadratic = complexity.type === 'polynomial' && complexity.degree === 2;
  if (result.checker === 'fuzz' && isQuadratic && isFast(pattern, flags, result.attack.string)) return undefined;
  return `takes ${complexity.summary} time, for instance on ${result.attack.pattern.slice(0, 100)}`;
}

/** In milliseconds. A quadratic search of the texts of an attack, which have some ten thousand characters, takes seconds. */
const SLOW = 200;

/**
 * Whether an expression that the fuzzer holds for quadratic takes no time for the text that is to show it. The fuzzer counts the steps of an
 * engine of its own, and its verdict on alternatives and bounded repetitions is not the same in every run.
 *
 * @param {string} pattern
 * @param {string} flags
 * @param {string} attack
 */
function isFast(pattern, flags, attack) {
  const before = performance.now();
  new RegExp(pattern, flags.replace(/[gy]/g, '')).test(attack);
  return performance.now() - before < SLOW;
}
