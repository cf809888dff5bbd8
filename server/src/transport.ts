import { Console } from 'node:console';
import {
  type Connection,
  createConnection,
  ErrorCodes,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Frames } from './frames.ts';
import { Lifecycle } from './lifecycle.ts';

/**
 * The connection that the arguments name: --node-ipc from VS Code, --stdio, --pipe or --socket from other clients.
 *
 * @throws when they name none
 */
export function connect(): Connection {
  const messageStrategy = new Lifecycle();
  const connection = process.argv.includes('--stdio')
    ? connectStdio(messageStrategy)
    : createConnection(ProposedFeatures.all, { messageStrategy });
  messageStrategy.attach(connection);
  return connection;
}

/** Over standard input and output, where bytes may come that are no message: each stretch is answered with a parse error. */
function connectStdio(messageStrategy: Lifecycle): Connection {
  // What is printed is no message.
  globalThis.console = new Console(process.stderr);
  const writer = new StreamMessageWriter(process.stdout);
  const refuse = (reason: string) => {
    const error = { code: ErrorCodes.ParseError, message: `Not a message: ${reason}` };
    void writer.write({ jsonrpc: '2.0', id: null, error } as Parameters<typeof writer.write>[0]).catch(() => undefined);
  };
  const frames = new Frames(refuse);
  const reader = new StreamMessageReader(process.stdin.pipe(frames));
  reader.onError(({ message }) => refuse(message));
  const connection = createConnection(ProposedFeatures.all, reader, writer, { messageStrategy });
  frames.once('end', () => process.exit(messageStrategy.isShutDown ? 0 : 1));
  return connection;
}
