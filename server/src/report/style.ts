/** The style sheet of the HTML report: the reader's own light or dark, any width, and paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --text: #1b1f24; --dim: #57606a; --paper: #ffffff; --panel: #f6f8fa; --line: #d0d7de; --link: #0a58b5;
  --conflict: #b3261e; --update: #0a58b5; --variation: #57606a; --mark: #fff3bf;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6e6e6; --dim: #a0a8b0; --paper: #16181b; --panel: #1f2327; --line: #3a4047; --link: #7ab7ff;
    --conflict: #ff8f85; --update: #7ab7ff; --variation: #a0a8b0; --mark: #5a4a00;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 56rem; background: var(--paper); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 0; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.dim { color: var(--dim); }
nav ol { padding-left: 1.5rem; }
article { margin: 1rem 0; padding: .9rem 1.1rem 1.1rem; background: var(--panel); border-left: 4px solid var(--line); }
article.conflict { border-left-color: var(--conflict); }
article.update { border-left-color: var(--update); }
article.variation { border-left-color: var(--variation); }
article p { margin: .25rem 0; }
.severity { font-weight: 600; }
.conflict .severity { color: var(--conflict); }
.update .severity { color: var(--update); }
.variation .severity { color: var(--variation); }
figure { margin: .5rem 0 .75rem; }
blockquote { margin: 0; padding-left: .9rem; border-left: 2px solid var(--line); }
figcaption { padding-left: 1rem; color: var(--dim); font-size: .9rem; }
mark { background: var(--mark); color: inherit; padding: 0 .1em; border-radius: 2px; }
code { font: .88em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
.wide { overflow-x: auto; }
table { width: 100%; overflow-wrap: normal; border-collapse: collapse; font-size: .92rem; }
caption { text-align: left; font-weight: 600; padding: 1rem 0 .25rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
.count { text-align: right; white-space: nowrap; }
@media print {
  :root {
    color-scheme: light;
    --text: #000000; --dim: #444444; --paper: #ffffff; --panel: #ffffff; --line: #bbbbbb; --link: #000000;
    --conflict: #8a1c15; --update: #063b7a; --variation: #444444; --mark: #eeeeee;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  a { text-decoration: none; }
  article, figure, tr { break-inside: avoid; }
  h2, h3, h4, caption { break-after: avoid; }
  mark { font-weight: 600; }
}
`;
