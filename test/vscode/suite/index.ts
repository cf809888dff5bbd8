/**
 * The entry point that VS Code loads from `extensionTestsPath`. Runs every `*.test.js` beside it under mocha and
 * writes what happens, one JSON object a line, to the file that CROSSREAD_TEST_REPORT names.
 */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: Report });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.js'))) {
    mocha.addFile(join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}

const { EVENT_RUN_END, EVENT_SUITE_BEGIN, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING } =
  Mocha.Runner.constants;

/** Reports for the harness, which reads it as it grows. */
class Report extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    runner.on(EVENT_SUITE_BEGIN, (suite) => {
      if (!suite.root) write({ event: 'suite', title: suite.title, depth: depth(suite) });
    });
    runner.on(EVENT_TEST_PASS, (test) => write({ event: 'pass', title: test.title, depth: depth(test) }));
    runner.on(EVENT_TEST_PENDING, (test) => write({ event: 'skip', title: test.title, depth: depth(test) }));
    runner.on(EVENT_TEST_FAIL, (test, error: Error) =>
      write({ event: 'fail', title: test.title, depth: depth(test), error: error.stack ?? String(error) }),
    );
    runner.on(EVENT_RUN_END, () => write({ event: 'end' }));
  }
}

function write(event: object): void {
  const path = process.env.CROSSREAD_TEST_REPORT;
  if (path) appendFileSync(path, `${JSON.stringify(event)}\n`);
  else console.log(event);
}

function depth(node: Mocha.Suite | Mocha.Test): number {
  return node.titlePath().length - 1;
}
