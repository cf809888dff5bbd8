/** Text of sources made fit to be shown as it is, wherever: no character of it steers the display, nor becomes a link. */

/** Control characters, and marks that reorder text or have no width; each is one UTF-16 code unit. */
const STEERING = /[\p{Cc}\p{Bidi_Control}\u200b\u2060-\u2064\ufff9-\ufffb]/gu;

/** Replaces what could steer a display, character by character, so that offsets stay. */
export function harmless(text: string): string {
  return text.replace(/\s/g, ' ').replace(STEERING, '\ufffd');
}

/** The same for text of several lines. */
export function harmlessLines(text: string): string {
  return text.split('\n').map(harmless).join('\n');
}

/** A message to be shown as a notification, where VS Code makes a link of `[label](command:…)`. */
export function withoutLinks(message: string): string {
  return harmless(message).replaceAll('](', '] (');
}

/**
 * JSON in which the characters that steer a display are escaped: it means the same, and can be shown in a terminal. Those
 * below U+0020 are escaped in all JSON; white space between its parts stays.
 */
export function harmlessJson(json: string): string {
  return json.replace(/[\u007f-\u009f\u2028\u2029\p{Bidi_Control}\u200b\u2060-\u2064\ufff9-\ufffb]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
