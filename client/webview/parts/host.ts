import type { FromView, Place, Question, ToView } from '../messages.ts';

/** What VS Code gives to the page of a webview. */
interface VsCodeApi<State> {
  postMessage(message: FromView): void;
  getState(): State | undefined;
  setState(state: State): void;
}

declare function acquireVsCodeApi<State>(): VsCodeApi<State>;

/** The extension, as a view sees it. */
export class Host<Data, State extends object> {
  readonly #api = acquireVsCodeApi<State>();
  #state: Partial<State>;

  constructor() {
    this.#state = this.#api.getState() ?? {};
  }

  /** What the view kept when it was last shown; any part may be missing. */
  get state(): Partial<State> {
    return this.#state;
  }

  /** Keeps something for the next time that the view is shown. */
  keep(state: Partial<State>): void {
    this.#state = { ...this.#state, ...state };
    this.#api.setState(this.#state as State);
  }

  /**
   * Says that the view is ready, and passes on all that is to be shown, now and later.
   *
   * @param take takes the questions that come before what shows them
   */
  listen(show: (data: Data) => void, take?: (questions: Question[]) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<ToView<Data>>) => {
      if (data?.type === 'show') {
        document.querySelector('.waiting')?.remove();
        show(data.data);
      } else if (data?.type === 'questions') take?.(data.questions);
    });
    this.send({ type: 'ready' });
  }

  open({ uri, range }: Place, stay: boolean): void {
    this.send({ type: 'open', place: { uri, range }, stay });
  }

  send(message: FromView): void {
    this.#api.postMessage(message);
  }
}
