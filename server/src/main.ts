import { join } from 'node:path';
import { createServer } from './server.ts';
import { speakAs } from './translations.ts';
import { connect } from './transport.ts';
import { EngineThread } from './workspace/engineThread.ts';
import { nodeFileSystem } from './workspace/nodeFileSystem.ts';

const connection = connect();
// The library watches the process that `initialize` names; a parent that dies before closes the channel.
process.on('disconnect', () => process.exit(1));
const translations = join(__dirname, '..', 'l10n');
createServer(connection, nodeFileSystem, new EngineThread(join(__dirname, 'engine.js')), (locale) =>
  speakAs(translations, locale),
);
connection.listen();
