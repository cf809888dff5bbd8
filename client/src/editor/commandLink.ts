import { MarkdownString } from 'vscode';

/**
 * Markdown of nothing but links that run commands of ours on one thing, and may run no others.
 *
 * @param label may draw icons; nothing of a source stands in it
 * @param id as the server gave it: it may hold words of a source, so no character of it can end the link
 */
export function commandLinks(links: { command: string; label: string }[], id: string): MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([id])).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  const row = new MarkdownString('', true);
  row.isTrusted = { enabledCommands: links.map(({ command }) => command) };
  row.value = links.map(({ command, label }) => `[${label}](command:${command}?${argument})`).join(' &nbsp; ');
  return row;
}
