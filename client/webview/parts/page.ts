/** What the views that read like a page share: links to places, and staying where the reader is when they are made anew. */
import type { Range } from 'vscode-languageserver-protocol';
import type { DisputeSummary, Quotation } from '../messages.ts';
import { element, focusAgain, quotation } from './dom.ts';
import { severityLabel, sourceCount } from './labels.ts';
import { positionMark, severityMark } from './marks.ts';

/** What the links of a page do. */
export interface PageActions {
  open(uri: string, range: Range, stay: boolean): void;
  sideBySide(contradiction: string): void;
  entity(id: string): void;
}

/** A button that reads like a link or a row. `key` names it across updates. */
export function link(key: string, className: string, act: (stay: boolean) => void, ...children: (Node | string)[]) {
  const made = element('button', { type: 'button', class: className, 'data-key': key }, ...children);
  made.addEventListener('click', ({ detail }) => {
    // A key has no clicks to count: it goes where it leads, while the mouse stays to click on.
    if (getSelection()?.isCollapsed !== false) act(detail > 0);
  });
  return made;
}

/** A line of a source that leads to its place. */
export function quotedLine(
  actions: PageActions,
  { uri, range, quotation: words, notes }: { uri: string; range: Range; quotation: Quotation; notes: string[] },
): HTMLElement {
  const { line, character } = range.start;
  return link(
    `${uri}#${line},${character}`,
    'line',
    (stay) => actions.open(uri, range, stay),
    quotation(words),
    element('span', { class: 'quiet' }, notes.filter(Boolean).join(' · ')),
  );
}

/** A disputed question with its positions, which leads to the statements side by side. */
export function disputeCard(actions: PageActions, { id, severity, question, positions }: DisputeSummary): HTMLElement {
  const values = positions.map(({ value, sources }, position) =>
    element(
      'span',
      { class: 'value' },
      positionMark(position),
      ` ${value} `,
      element('span', { class: 'quiet' }, sourceCount(sources)),
    ),
  );
  return link(
    `dispute ${id}`,
    'dispute',
    () => actions.sideBySide(id),
    severityMark(severity),
    element('span', { class: 'unseen' }, `${severityLabel(severity)}: `),
    element('span', { class: 'question' }, question),
    element('span', { class: 'values' }, ...values),
  );
}

/** Makes what stands in an element anew; scroll position and focus stay with what they were on. */
export function remake(content: HTMLElement, children: Node[]): void {
  const { scrollTop } = content;
  const key = document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key;
  const hadFocus = content.contains(document.activeElement);
  content.replaceChildren(...children);
  content.scrollTop = scrollTop;
  if (hadFocus && key)
    focusAgain(() => content.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? undefined);
}
