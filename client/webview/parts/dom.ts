/** Making elements. Text is only ever text: nothing here takes HTML, and no character of it steers the display. */
import { harmless } from '../../../server/src/harmless.ts';
import type { Quotation } from '../messages.ts';

type Child = Node | string | false | undefined;

/**
 * Makes an element.
 *
 * @param properties attributes, by name; `false` and `undefined` leave one out, `true` sets it empty
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Record<string, string | number | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : harmless(String(value)));
  for (const child of children) if (child) made.append(typeof child === 'string' ? harmless(child) : child);
  return made;
}

/** A line of a source with its highlighted part emphasized. */
export function quotation({ text, highlight: [start, end] }: Quotation): HTMLElement {
  const isBare = /["“”„«»]/.test(text);
  const words = element('strong', {}, text.slice(start, end));
  return element('q', isBare ? { class: 'bare' } : {}, text.slice(0, start), words, text.slice(end));
}

/** Calls a function at most once per frame, however often it is asked to. */
export function perFrame(work: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      work();
    });
  };
}

/** Gives the focus to what was made anew: now, or when the reader comes back, since a page that asks for it takes it from the text. */
export function focusAgain(find: () => HTMLElement | undefined): void {
  const focus = () => find()?.focus({ preventScroll: true });
  if (document.hasFocus()) focus();
  else window.addEventListener('focus', focus, { once: true });
}
