import { t } from '@vscode/l10n';

/** Why files are missed, and what the reader can do: by size, or since their drive is silent. @param names at least one */
export function unreadMessage(names: string[], why: 'size' | 'silence'): string {
  const [first = '', ...others] = names;
  const files = others.length === 0 ? first : t('{0} and {1} more', first, others.length);
  return why === 'size'
    ? t('{0}: not read, for the size. The setting crossread.maximumFileSize is the limit.', files)
    : t('{0}: not read, since the drive does not answer. Try “Scan Sources Again” in a minute.', files);
}
