import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import { problemOf } from './params.ts';

/** What a request becomes that is not to be answered but refused; no client knows the name. */
const REFUSED = 'crossread/refused';

interface Refusal {
  code: number;
  message: string;
}

/**
 * Lets through only what may come now (LSP specification, "Server lifecycle") and has the parameters that it needs.
 * Every other request is answered with the error that the specification has for it, and every other notification is
 * dropped. So no handler ever meets a message that it cannot read.
 */
export class Lifecycle implements MessageStrategy {
  #state: 'new' | 'running' | 'shutDown' = 'new';
  #connection: Connection | undefined;

  /** Answers what is refused over this connection. */
  attach(connection: Connection): void {
    this.#connection = connection;
    connection.onRequest(REFUSED, ({ code, message }: Refusal) => {
      throw new ResponseError(code, message);
    });
  }

  /** Whether the client has said that it will end the session. */
  get isShutDown(): boolean {
    return this.#state === 'shutDown';
  }

  handleMessage(message: Message, next: (message: Message) => void): void {
    if (Message.isRequest(message)) {
      const refusal = this.#refusalOf(message);
      if (!refusal) this.#follow(message);
      next(refusal ? ({ ...message, method: REFUSED, params: refusal } as RequestMessage) : message);
    } else if (!Message.isNotification(message) || this.#admits(message)) next(message);
  }

  #follow({ method }: RequestMessage): void {
    if (method === 'initialize') this.#state = 'running';
    else if (method === 'shutdown') this.#state = 'shutDown';
  }

  #refusalOf({ method, params }: RequestMessage): Refusal | undefined {
    if (this.#state === 'new' && method !== 'initialize') {
      return { code: ErrorCodes.ServerNotInitialized, message: `${method} came before initialize.` };
    }
    if (this.#state === 'shutDown') {
      return { code: ErrorCodes.InvalidRequest, message: `${method} came after shutdown.` };
    }
    if (this.#state === 'running' && method === 'initialize') {
      return { code: ErrorCodes.InvalidRequest, message: 'initialize came a second time.' };
    }
    const problem = problemOf(method, params);
    return problem === undefined ? undefined : { code: ErrorCodes.InvalidParams, message: `${method}: ${problem}` };
  }

  #admits({ method, params }: NotificationMessage): boolean {
    if (method === 'exit') return true;
    if (this.#state !== 'running') return false;
    const problem = problemOf(method, params);
    if (problem === undefined) return true;
    this.#connection?.console.warn(`${method} is passed over: ${problem}`);
    return false;
  }
}
