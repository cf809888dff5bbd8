import { createHash } from 'node:crypto';

/** By what a text is known again in later sessions: SHA-256, in base64. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
