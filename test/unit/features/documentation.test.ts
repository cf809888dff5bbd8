import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ContradictionKind } from '../../../server/src/analysis/model.ts';
import { documentationOf } from '../../../server/src/features/wording.ts';

const KINDS: Record<ContradictionKind, true> = {
  number: true,
  date: true,
  place: true,
  person: true,
  roster: true,
  role: true,
  outcome: true,
  polarity: true,
  modality: true,
  quote: true,
  name: true,
  sequence: true,
  cause: true,
  other: true,
};

test.each(Object.keys(KINDS) as ContradictionKind[])('what a problem of kind %s links to is there', (kind) => {
  const { pathname, hash } = new URL(documentationOf(kind));
  const page = readFileSync(pathname.replace(/^.*\/docs\//, 'docs/'), 'utf8');
  expect(page).toMatch(new RegExp(`^### ${hash.slice(1)}$`, 'm'));
});
