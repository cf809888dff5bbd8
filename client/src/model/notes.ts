import { t } from '@vscode/l10n';
import type { NoteItem } from '../../../server/src/protocol.ts';

/** What stands above a thread: its tags, and whether its place is certain. */
export function threadLabel({ range, isSure, quote, tags }: NoteItem): string {
  const words = quote.replace(/\s+/g, ' ');
  const short = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  const place = !range
    ? t('The place is gone: “{0}”', short)
    : isSure
      ? ''
      : t('The text has changed; it was on “{0}”', short);
  return [tags.map((tag) => `#${tag}`).join(' '), place].filter(Boolean).join(' · ') || t('Note');
}

/** Tags as a user types them: separated by commas or spaces, with or without `#`; each once. */
export function readTags(typed: string): string[] {
  const tags = typed.split(/[,\s]+/).map((tag) => tag.replace(/^#+/, ''));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
