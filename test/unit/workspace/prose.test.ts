import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isProse } from '../../../server/src/workspace/prose.ts';
import { FIVE } from '../../texts.ts';

const NEWS: Record<string, string> = {
  'a short report': FIVE,
  'two sentences':
    'The minister resigned on Tuesday after a vote. His deputy will take over until the election in May.',
  'hard-wrapped lines':
    'The bridge was closed\nafter a lorry hit one of\nits pillars. Police said\nthat it would not open\nagain before Friday.\n',
  'a text with handles, a link and bullets': `Storm leaves thousands without power

- About 40,000 homes were cut off, the grid operator said.
- Schools in the north will stay closed on Wednesday.

"We have never seen anything like it," the mayor wrote on @mayor_north. More at https://example.com/storm`,
  'quotations that end a sentence':
    '“We will not leave,” she said. “This is our home and it was our parents’ home.” The court had ruled against them.',
};

const NOT_NEWS: Record<string, string> = {
  'a list of words': Array.from({ length: 60 }, (_, i) => `word${i}`).join('\n'),
  'a list of dictionary words':
    'abandon\nability\nable\nabout\nabove\nabsent\nabsorb\nabstract\nabsurd\nabuse\naccess\naccident\n',
  requirements:
    'numpy==1.26.0\nrequests>=2.31 ; python_version > "3.8"\n# The pin is needed by the build. Do not lift it.\npandas\n',
  'a build file':
    'cmake_minimum_required(VERSION 3.20)\nproject(app)\n# This is the main target. It is built first.\nadd_executable(app main.cpp)\nset(X Y)\n',
  'rules for robots': 'User-agent: *\nDisallow: /private/\nAllow: /\nSitemap: https://example.com/sitemap.xml\n',
  'a log': Array.from(
    { length: 20 },
    (_, i) =>
      `2024-05-01 12:00:${10 + i} INFO The server has started and is now listening for the requests. It is ready.`,
  ).join('\n'),
  'a table': Array.from({ length: 20 }, (_, i) => `${i}\tParis\t${i * 3}.5\t2024-01-0${i % 9}\tyes.`).join('\n'),
  'comma-separated values': `name,age,city\n${'Anna,41,Karo\n'.repeat(30)}`,
  code: 'int main(void) {\n  /* This is where it starts. Then it ends. */\n  int x = foo(1) | bar[2];\n  return x == 3 ? y_z : a_b;\n}\n',
  nothing: '',
  'a headline alone': 'Minister resigns after vote',
  'a licence':
    'This is free software. Permission is hereby granted, free of charge, to any person to use it as they like. It is provided as is.',
};

test.each(Object.keys(NEWS))('%s is prose', (name) => {
  expect(isProse(NEWS[name] as string, 'story.txt')).toBe(true);
});

test.each(Object.keys(NOT_NEWS))('%s is not prose', (name) => {
  expect(isProse(NOT_NEWS[name] as string, 'story.txt')).toBe(false);
});

test.each([
  'LICENSE.txt',
  'README.txt',
  'requirements-dev.txt',
  'CMakeLists.txt',
  'robots.txt',
  'ThirdPartyNotices.txt',
])('%s belongs to a project, whatever it says', (name) => {
  expect(isProse(FIVE, name)).toBe(false);
});

test('the sample sources are prose', () => {
  const names = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(isProse(readFileSync(`seeds/${name}`, 'utf8'), name), name).toBe(true);
});

const cluster = '../shared/bench/clusters/corpus';
test.skipIf(!existsSync(cluster))('so is every text of the benchmark’s clusters', () => {
  const files = readdirSync(cluster, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  expect(files.filter((name) => !isProse(readFileSync(`${cluster}/${name}`, 'utf8'), name))).toEqual([]);
});

test('endless repetition is not prose', () => {
  for (const unit of ['a ', '. ', '"', ' \n', '(']) expect(isProse(unit.repeat(1_000_000), 'story.txt')).toBe(false);
});
