import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Document } from '../../../server/src/workspace/document.ts';
import type { FileEvent } from '../../../server/src/workspace/workspace.ts';
import { FIVE, TWENTY_FOUR } from '../../texts.ts';
import { content, uriOf, workspaceOf } from './memory.ts';

const NAMES = ['a.txt', 'b.txt', 'sub/c.txt'];

const words = fc.constantFrom(
  '5',
  '24',
  ' people were killed',
  'Karo',
  ' on Monday. ',
  'Anna Bell',
  '\n\n',
  'Officials said ',
  '😀',
  '',
);
const name = fc.constantFrom(...NAMES);
const whole = fc.constantFrom(FIVE, TWENTY_FOUR, FIVE.replace('5 people', 'at least 7 people'), 'too short', '');
const place = fc.double({ min: 0, max: 1, noNaN: true });

type Step =
  | { does: 'open' | 'close' | 'delete'; name: string }
  | { does: 'write'; name: string; text: string }
  | { does: 'edit'; name: string; from: number; to: number; text: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constantFrom('open' as const, 'close' as const, 'delete' as const), name }),
  fc.record({ does: fc.constant('write' as const), name, text: whole }),
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('edit' as const), name, from: place, to: place, text: words }),
  },
);

/** A workspace that lives through the steps, with the open editors as a client holds them. */
async function live(steps: Step[]) {
  const made = workspaceOf({ 'a.txt': FIVE, 'b.txt': TWENTY_FOUR });
  const open = new Map<string, Document>();
  await made.configure();
  const told = (uri: string, type: FileEvent['type']) => made.workspace.filesChanged([{ uri, type }]);
  for (const each of steps) {
    const uri = uriOf(each.name);
    const document = open.get(uri);
    if (each.does === 'write') {
      const existed = made.fs.files.has(uri);
      made.fs.files.set(uri, each.text);
      await told(uri, existed ? 'changed' : 'created');
    } else if (each.does === 'delete') {
      if (made.fs.files.delete(uri)) await told(uri, 'deleted');
    } else if (each.does === 'open' && !document) {
      const opened = new Document(uri, String(made.fs.files.get(uri) ?? ''), 'plaintext', 1);
      open.set(uri, opened);
      made.workspace.edit(opened);
    } else if (each.does === 'close' && open.delete(uri)) {
      await made.workspace.close(uri);
    } else if (each.does === 'edit' && document) {
      const at = (share: number) => document.positionAt(Math.floor(share * document.text.length));
      const edited = document.edited([{ range: { start: at(each.from), end: at(each.to) }, text: each.text }], 2);
      open.set(uri, edited);
      made.workspace.edit(edited);
    }
  }
  return { ...made, open };
}

test('after any edits and file changes the reading is that of a fresh workspace', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const lived = await live(steps);
      const fresh = workspaceOf({});
      for (const [uri, text] of lived.fs.files) fresh.fs.files.set(uri, text);
      for (const document of lived.open.values()) fresh.workspace.edit(document);
      await fresh.configure();
      expect(content(await lived.workspace.reading())).toEqual(content(await fresh.workspace.reading()));
    }),
    { numRuns: 40 },
  );
}, 60_000);
