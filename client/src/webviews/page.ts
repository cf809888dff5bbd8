import { randomBytes } from 'node:crypto';
import type { ViewName } from '../../webview/messages.ts';

/**
 * The page of a webview: an empty frame for the bundled script. Nothing runs or is styled but what carries the nonce, and
 * nothing can be fetched.
 *
 * @param options.script and `style`: addresses as the webview reads them
 * @param options.title what the view is called by a screen reader
 * @param options.language of VS Code, such as "en"
 * @param options.translations JSON of the strings in that language; absent for English
 */
export function pageHtml(options: {
  view: ViewName;
  title: string;
  script: string;
  style: string;
  language: string;
  translations?: string;
  className?: string;
}): string {
  const nonce = randomBytes(16).toString('base64url');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  const { view, title, script, style, language, translations, className } = options;
  const data = translations ? ` data-l10n="${escapeHtml(translations)}"` : '';
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" nonce="${nonce}" href="${escapeHtml(style)}">
</head>
<body class="${className ?? ''}" data-view="${view}"${data}>
<main id="view"><h1 class="unseen">${escapeHtml(title)}</h1></main>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
