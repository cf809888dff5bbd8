import { expect, test } from 'vitest';
import { analyseSource, compareSources } from '../../server/src/analysis/analyse.ts';
import { FIVE, TWENTY_FOUR } from '../texts.ts';
import { Client } from './client.ts';

const TOWNS = 'Abery Brusk Corvin Dessau Elmore Farsund Gorlitz Hamble Ilford Jarrow Kelso Lerwick'.split(' ');

test('a folder that several threads read has what one thread finds in it', async () => {
  const stories = TOWNS.flatMap((town) => [FIVE, TWENTY_FOUR, FIVE].map((text) => text.replaceAll('Karo', town)));
  const files = Object.fromEntries(stories.map((text, i) => [`${String(i).padStart(2, '0')}.txt`, text]));
  const client = await Client.startAndScan({ files, settings: { minimumConfidence: 0 } });
  const seen = await client.overview();
  const expected = compareSources(Object.entries(files).map(([name, text]) => analyseSource(client.uri(name), text)));
  expect(seen.sources.map(({ uri }) => uri)).toEqual(expected.sources.map(({ path }) => path));
  expect(seen.entities.map(({ id }) => id).sort()).toEqual(expected.entities.map(({ id }) => id).sort());
  expect(seen.contradictions.map(({ id }) => id).sort()).toEqual(expected.contradictions.map(({ id }) => id).sort());
  expect(seen.contradictions.length).toBeGreaterThan(0);
  expect(client.logs.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^So that reading stays quick: what \d+ words/),
  ]);
  expect(await client.stop()).toBe(0);
});

test('results of a large folder come before all of it is read, and those of an open source first', async () => {
  const texts = Array.from({ length: 80 }, (_, i) => FIVE.replaceAll('Karo', TOWNS[i % TOWNS.length] as string));
  const files = Object.fromEntries(texts.map((text, i) => [`${i}.txt`, text]));
  const client = await Client.start({ files });
  await client.open(client.uri('79.txt'), texts[79] as string);
  await client.until(() => client.isScanned);
  const early = client.changes.filter(({ scan }) => scan !== undefined).map(({ sources }) => sources);
  expect(early.find((sources) => sources > 0)).toBe(1);
  expect(Math.max(...early)).toBeGreaterThanOrEqual(40);
  expect(client.changes.at(-1)?.sources).toBe(80);
  expect(await client.stop()).toBe(0);
});
