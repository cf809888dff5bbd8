import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createServer } from './server.ts';
import { speakAs } from './translations.ts';
import { EngineThread } from './workspace/engineThread.ts';
import { nodeFileSystem } from './workspace/nodeFileSystem.ts';

// The transport is in the arguments: --node-ipc from VS Code, --stdio, --pipe or --socket from other clients.
const connection = createConnection(ProposedFeatures.all);
// The library watches the process that `initialize` names; a parent that dies before closes the channel.
process.on('disconnect', () => process.exit(1));
const translations = join(__dirname, '..', 'l10n');
const engine = new EngineThread(join(__dirname, 'engine.js'), (line) => connection.console.info(line));
createServer(connection, nodeFileSystem, engine, (locale) => speakAs(translations, locale));
connection.listen();
