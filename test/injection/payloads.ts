/**
 * Texts that a hostile source could hold, each written for something that shows, stores or passes on what sources say.
 */
export interface Payload {
  name: string;
  text: string;
}

/** A command, and a global variable of a page, that only a payload would run or set. */
export const TRAP_COMMAND = 'crossread-test.trap';
export const TRAP_VARIABLE = 'crossreadTrap';

const trap = `command:${TRAP_COMMAND}`;
const js = `globalThis.${TRAP_VARIABLE}=1`;
const away = 'http://attacker.invalid';

const MARKDOWN = {
  'command link': `[click](${trap})`,
  'command link with arguments': `[click](${trap}?%5B%22x%22%5D "title")`,
  'command autolink': `<${trap}>`,
  'command link by reference': `[click][r] [r]: ${trap}`,
  'command link in bold': `**[click](${trap})**`,
  'command link that closes another': `](${trap}) [x`,
  'command link after an escape': `\\[click](${trap})`,
  'link to a page': `[click](${away})`,
  'bare address': `${away}/a?b=c&d=e#f`,
  'bare www': 'www.attacker.invalid',
  'mail address': 'mailto:a@attacker.invalid and a@attacker.invalid',
  'file link': '[click](file:///etc/passwd)',
  'vscode link': '[click](vscode://file/etc/passwd) [b](vscode-insiders://x)',
  'script link': `[click](javascript:${js})`,
  'data link': `[click](data:text/html,<script>${js}</script>)`,
  picture: `![x](${away}/pixel.png)`,
  'picture in a link': `[![x](${away}/p.png)](${trap})`,
  heading: '# heading ===',
  'code fence': '```js evil ``` ~~~',
  'code span': '`code` ``more``',
  table: '| a | b | | --- | --- |',
  'list item': '- item 1. item * item',
  'task item': '- [x] done',
  quote: '> quote',
  rule: '--- *** ___',
  emphasis: '**bold** _it_ ~~gone~~',
  footnote: '[^1] [^1]: note',
  'icon of VS Code': '$(alert) $(sync~spin)',
  formula: '$$\\frac{1}{0}$$ $x$',
  entity: '&lt;b&gt; &#60;script&#62; &copy;',
};

const HTML = {
  script: `<script>${js}</script>`,
  'script in capitals': `<ScRiPt >${js}</sCrIpT>`,
  'picture that fails': `<img src=x onerror="${js}">`,
  'drawing that loads': `<svg onload=${js}>`,
  'breaking out of an attribute': `"><img src=x onerror=${js}>`,
  'breaking out of a quoted attribute': `' onmouseover='${js}' x='`,
  'breaking out of a style': `</style><script>${js}</script>`,
  'breaking out of a title': `</title></head><body onload=${js}>`,
  'breaking out of a comment': `--><script>${js}</script><!--`,
  frame: `<iframe src="javascript:${js}"></iframe>`,
  'frame of a text': `<iframe srcdoc="<script>${js}</script>"></iframe>`,
  form: `<form action="${away}"><button autofocus onfocus=${js}>x`,
  'style sheet': `<link rel=stylesheet href=${away}/x.css><style>@import '${away}'</style>`,
  base: `<base href="${away}/">`,
  refresh: `<meta http-equiv=refresh content="0;url=${away}">`,
  template: `{{constructor.constructor('${js}')()}} \${${js}} <%= ${js} %>`,
  'unclosed tag': `<a href="${trap}"`,
  'link in HTML': `<a href="${trap}">click</a>`,
};

const CONTROL = {
  'colors of a terminal': '\u001b[31mred\u001b[0m',
  'title of a terminal': '\u001b]0;owned\u0007',
  'clipboard of a terminal': '\u001b]52;c;ZXZpbA==\u0007',
  'link of a terminal': `\u001b]8;;${away}\u0007click\u001b]8;;\u0007`,
  'clearing a terminal': '\u001b[2J\u001b[H',
  'eight-bit control': '\u009b31mred\u009d0;owned\u009c',
  'backspaces and carriage return': 'safe\b\b\b\bevil\rover',
  'null and bell': 'a\u0000b\u0007c',
  'override of direction': '\u202etxt.exe\u202c',
  isolates: '\u2066left\u2069 \u2067right\u2069 \u061c\u200f',
  'no width': 'pass\u200bword \u2060\ufeffx',
  'line and paragraph separators': 'a\u2028b\u2029c\u0085d',
};

const OTHER = {
  'path upwards': '../../../../etc/passwd',
  'path of Windows': '\\\\attacker.invalid\\share\\a.txt C:\\Windows\\system32',
  'file address': 'file:///etc/passwd file://attacker.invalid/share',
  'regular expression': '(a+)+$ [a-z]*(?:x|x)*y \\',
  'format string': `%s %d %n {0} {1} \${HOME} %PATH%`,
  'formula of a spreadsheet': `=HYPERLINK("${away}","click")`,
  'formula with a sign': `+cmd|' /C calc'!A0`,
  'formula with a minus': '-2+3+cmd',
  'formula with an at': '@SUM(1+1)*cmd',
  'full-width formula': '\uff1d1+1 \uff0b1 \uff0d1 \uff20x',
  'end of a cell': 'a";"b",=1+1',
  'end of JSON': '"},{"id":"x"}],"x":["',
  'word of the language': '__proto__ constructor prototype toString hasOwnProperty',
  'assignment to a prototype': '{"__proto__":{"polluted":1}} constructor.prototype.polluted=1',
  'shell command': '; rm -rf / | `id` $(id) && curl x',
  'placeholder of SARIF': '[click](1) {0} {{1}}',
};

export const PAYLOADS: readonly Payload[] = Object.entries({ ...MARKDOWN, ...HTML, ...CONTROL, ...OTHER }).map(
  ([name, text]) => ({ name, text }),
);

/** Characters that move, hide or turn round what stands beside them: none of them may be shown. */
export const STEERING = /[\p{Cc}\p{Bidi_Control}\u200b\u2028\u2029\u2060]/u;
