import { expect, it } from 'vitest';
import { pageHtml } from '../../../client/src/webviews/page.ts';

const options = { view: 'comparison', title: 'Crossread', script: 'a.js', style: 'a.css', language: 'en' } as const;

it('the page of a webview runs and loads nothing but what carries its nonce', () => {
  const html = pageHtml(options);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  expect(policy).toBe(`default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`);
  expect(html.match(/<(?:script|style|link)[^>]*>/g)).toEqual([
    `<link rel="stylesheet" nonce="${nonce}" href="a.css">`,
    `<script nonce="${nonce}" src="a.js">`,
  ]);
  expect(html).not.toMatch(/ on\w+=| style=/);
  expect(pageHtml(options)).not.toContain(nonce);
});

it('what is put into the page stays text', () => {
  const html = pageHtml({ ...options, translations: '{"a":"<b> \\"&\'"}' });
  expect(html).toContain('data-l10n="{&#34;a&#34;:&#34;&#60;b&#62; \\&#34;&#38;&#39;&#34;}"');
});
