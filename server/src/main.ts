import { join } from 'node:path';
import { inspect } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { clientFileSystem } from './clientFiles.ts';
import { createServer } from './server.ts';
import { speakAs } from './translations.ts';
import { connect } from './transport.ts';
import { AnalysisCache } from './workspace/analysisCache.ts';
import { byScheme } from './workspace/byScheme.ts';
import { EngineThread } from './workspace/engineThread.ts';
import { engineVersion } from './workspace/engineVersion.ts';
import { Helpers } from './workspace/helpers.ts';
import { LastingEngine } from './workspace/lastingEngine.ts';
import { nodeFileSystem } from './workspace/nodeFileSystem.ts';
import { Readers } from './workspace/readers.ts';
import { SnapshotStore } from './workspace/snapshotStore.ts';
import { withTimeLimit } from './workspace/timeLimit.ts';

// All threads let less garbage gather than they would: of a large folder that came to more than what is kept of it.
setFlagsFromString('--heap-growing-percent=50');
// They take their time to optimize, on each thread for itself: of a scan that was up to a quarter, much of it for code that the next sources undid.
const isOld = Number.parseInt(process.versions.v8, 10) < 12;
setFlagsFromString(isOld ? '--interrupt-budget=540000' : '--invocation-count-for-turbofan=8000');
// A file on a drive that has stalled holds a thread until the drive answers; the usual four would be gone at once.
process.env.UV_THREADPOOL_SIZE ??= '64';

/** What the client reads for us may come from the web, many files at a time. */
const REMOTE_LIMIT_MS = 60_000;

const connection = connect();
// The library watches the process that `initialize` names; a parent that dies before closes the channel.
process.on('disconnect', () => process.exit(1));
// What nobody waits for must not end the session.
process.on('unhandledRejection', (reason) => connection.console.error(`Unhandled: ${inspect(reason)}`));
const translations = join(__dirname, '..', 'l10n');
const files = byScheme(withTimeLimit(nodeFileSystem), withTimeLimit(clientFileSystem(connection), REMOTE_LIMIT_MS));
const log = (line: string) => connection.console.info(line);
const threads = join(__dirname, 'engine.js');
createServer(connection, files, open, (locale) => speakAs(translations, locale));
connection.listen();

function open(storage: string | undefined): { engine: Readers; snapshots?: SnapshotStore } {
  const single = new LastingEngine(new EngineThread(threads));
  const helpers = new Helpers(threads);
  if (storage === undefined) return { engine: new Readers(single, helpers) };
  const version = engineVersion(__dirname);
  return {
    engine: new Readers(single, helpers, new AnalysisCache(storage, version, log)),
    snapshots: new SnapshotStore(storage, version, log),
  };
}
