import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame } from 'playwright-core';

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core objects to in a page: each broken rule with the elements that break it. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(script);
  const results = await frame.evaluate<axe.AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return results.violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).slice(0, 3);
    return `${id}: ${help}\n${where.join('\n')}`;
  });
}
