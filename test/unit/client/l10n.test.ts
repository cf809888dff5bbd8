import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import bundle from '../../../l10n/bundle.l10n.de.json' with { type: 'json' };
import manifest from '../../../package.json' with { type: 'json' };
import german from '../../../package.nls.de.json' with { type: 'json' };
import english from '../../../package.nls.json' with { type: 'json' };
import { ACTIONS } from '../../../server/src/analysis/claims/lexicon/actions.ts';
import { STATES } from '../../../server/src/analysis/contradictions/wording.ts';

const root = new URL('../../../', import.meta.url);

/** What the engine tells in English, of which the server makes what people read: its questions and reasons. */
function templates(): string[] {
  const from = (path: string, pattern: RegExp) =>
    [...readFileSync(new URL(`server/src/analysis/${path}`, root), 'utf8').matchAll(pattern)].map(([, text]) => text);
  const questions = ['contradictions/wording.ts', 'claims/lexicon/ladders.ts', 'claims/lexicon/matters.ts'].flatMap(
    (path) => from(path, /'([A-Z][^'\n]*\?)'/g),
  );
  const kinds = readdirSync(new URL('server/src/analysis/claims/', root), { recursive: true, encoding: 'utf8' });
  const reasons = kinds
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => from(`claims/${path}`, /(?:reason: |conflict\()'([^']+)'/g));
  const actions = [...ACTIONS, ...STATES].map((action) => `${action}/what happens, as a noun`);
  return [...questions, ...reasons, ...actions].filter((each) => each !== undefined);
}

/** The messages: every first argument of `t`, and what the engine tells. */
function messages(): string[] {
  const found = new Set<string>(templates());
  for (const path of sourceFiles()) {
    const text = readFileSync(path, 'utf8');
    const calls = text.match(/(?<![\w.])(?:l10n\.)?t\(/g) ?? [];
    const literal = [...text.matchAll(/(?<![\w.])(?:l10n\.)?t\(\s*'((?:[^'\\]|\\.)*)'/g)];
    expect(literal.length, `${path}: t takes a string in single quotation marks`).toBe(calls.length);
    for (const [, message = ''] of literal) found.add(message.replaceAll("\\'", "'"));
  }
  return [...found];
}

function sourceFiles(): URL[] {
  return ['client/src/', 'client/webview/', 'server/src/'].flatMap((name) => {
    const folder = new URL(name, root);
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return paths.filter((path) => path.endsWith('.ts')).map((path) => new URL(path, folder));
  });
}

const placeholders = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();
const commands = (text: string) => text.match(/\(command:[^)]*\)/g) ?? [];

describe('the German translation', () => {
  it('has every message, and no other', () => {
    expect(Object.keys(bundle).sort()).toEqual(messages().sort());
  });

  it.each(Object.entries(bundle))('says what varies in "%s"', (message, translation) => {
    expect(placeholders(translation)).toEqual(placeholders(message));
  });

  it('has every string of the manifest, and no other', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(english))('keeps the commands and settings in %s', (key, text) => {
    const translation = german[key as keyof typeof german];
    expect(commands(translation)).toEqual(commands(text));
    expect(translation.match(/`[^`]*`/g)).toEqual(text.match(/`[^`]*`/g));
  });
});

describe('the manifest', () => {
  const shown = new Set(['title', 'description', 'markdownDescription', 'contents', 'altText', 'enumDescriptions']);
  const used = new Set<string>();

  function collect(value: unknown, key: string): string[] {
    if (typeof value === 'string') {
      const name = /^%(.*)%$/.exec(value)?.[1];
      if (name) used.add(name);
      return shown.has(key) && name === undefined && value !== 'Crossread' ? [value] : [];
    }
    if (Array.isArray(value)) return value.flatMap((each) => collect(each, key));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, each]) => collect(each, name));
  }

  it('shows nothing that cannot be translated', () => {
    expect(collect(manifest.contributes, '')).toEqual([]);
  });

  it('names strings that exist, and uses each', () => {
    collect(manifest, '');
    expect([...used].sort()).toEqual(Object.keys(english).sort());
  });
});
