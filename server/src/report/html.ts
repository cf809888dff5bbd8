import { t } from '@vscode/l10n';
import type { Contradiction, Entity, Severity } from '../analysis/model.ts';
import {
  contradictionsOf,
  decided,
  entitiesOf,
  otherNames,
  pathsOf,
  type Quotation,
  quoteStatement,
  rating,
  SEVERITIES,
  type Subject,
  sourcesOf,
  summary,
  TYPES,
} from './content.ts';
import { escapeHtml as text } from './escape.ts';
import { counted, severityLabel, severityName, spoken, typeLabel } from './language.ts';
import { STYLE } from './style.ts';

/**
 * The whole comparison as one HTML page, in pieces. The page needs nothing but itself: it holds no script and loads
 * nothing, and its policy keeps it so. It follows the reader's light or dark, and can be printed.
 */
export function* htmlReport(subject: Subject): Generator<string> {
  yield `<!DOCTYPE html>
<html lang="${text(spoken())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Crossread">
<title>${text(summary(subject))}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${text(t('Sources read against each other'))}</h1>
<p class="dim">${text(summary(subject))}.</p>
</header>
`;
  yield* contents(subject);
  yield '<main>\n';
  let number = 0;
  for (const severity of SEVERITIES) {
    const found = contradictionsOf(subject, severity);
    if (found.length > 0) yield `<section>\n<h2>${text(severityLabel(severity).many)}</h2>\n`;
    for (const contradiction of found) yield describe(subject, contradiction, ++number);
    if (found.length > 0) yield '</section>\n';
  }
  yield* entities(subject);
  yield* sources(subject);
  yield '</main>\n</body>\n</html>\n';
}

function* contents(subject: Subject): Generator<string> {
  const questions = SEVERITIES.flatMap((severity) => contradictionsOf(subject, severity));
  if (questions.length < 2) return;
  yield `<nav aria-label="${text(t('Disputed questions'))}">\n<ol>\n`;
  for (const [index, { question, severity }] of questions.entries())
    yield `<li><a href="#question-${index + 1}">${text(question)}</a> ${label(severity)}</li>\n`;
  yield '</ol>\n</nav>\n';
}

function label(severity: Severity): string {
  return `<span class="dim">${text(severityName(severity))}</span>`;
}

function describe(subject: Subject, contradiction: Contradiction, number: number): string {
  const { question, severity, explanation, positions } = contradiction;
  const verdict = decided(contradiction);
  const [rated = '', ...rest] = rating(contradiction).split(' (');
  return `<article class="${severity}" id="question-${number}">
<h3>${text(question)}</h3>
<p class="dim"><span class="severity">${text(rated)}</span> (${text(rest.join(' ('))}</p>
<p>${text(explanation)}</p>
${verdict ? `<p>${text(verdict)}</p>\n` : ''}${positions
  .map(({ value, statements }) => {
    const quoted = statements.map((statement) => quote(quoteStatement(subject, statement)));
    return `<h4 dir="auto">${text(value)}</h4>\n${quoted.join('')}`;
  })
  .join('')}</article>
`;
}

function quote({ text: words, highlight: { start, end }, speaker, source, index, place }: Quotation): string {
  const before = text(words.slice(0, start));
  const said = `${before}<mark>${text(words.slice(start, end))}</mark>${text(words.slice(end))}`;
  const link = `<a href="#source-${index + 1}">${text(source)}</a>`;
  const voice = speaker === undefined ? link : t('{0}, in {1}', text(speaker), link);
  return `<figure>
<blockquote dir="auto">${said}</blockquote>
<figcaption>${voice}, <code>${text(place)}</code></figcaption>
</figure>
`;
}

function* entities(subject: Subject): Generator<string> {
  const types = TYPES.map((type) => [typeLabel(type), entitiesOf(subject, type)] as const).filter(
    ([, found]) => found.length > 0,
  );
  if (types.length === 0) return;
  yield `<section>\n<h2>${text(t('Entities'))}</h2>\n`;
  for (const [caption, found] of types) {
    const heads = [t('Name'), t('Also'), t('Described as')]
      .map((head) => `<th scope="col">${text(head)}</th>`)
      .join('');
    const counts = [t('Mentions'), t('Sources')]
      .map((head) => `<th scope="col" class="count">${text(head)}</th>`)
      .join('');
    yield `<div class="wide"><table>\n<caption>${text(caption)}</caption>\n<thead><tr>${heads}${counts}</tr></thead>\n<tbody>\n`;
    for (const entity of found) yield row(entity);
    yield '</tbody>\n</table></div>\n';
  }
  yield '</section>\n';
}

function row(entity: Entity): string {
  const cells = [otherNames(entity), entity.roles].map((each) => `<td>${text(each.join(', '))}</td>`);
  const counts = [entity.mentions.length, pathsOf(entity).size].map((number) => `<td class="count">${number}</td>`);
  return `<tr><th scope="row">${text(entity.name)}</th>${[...cells, ...counts].join('')}</tr>\n`;
}

function* sources(subject: Subject): Generator<string> {
  yield `<section>\n<h2>${text(t('Sources'))}</h2>\n<ol>\n`;
  for (const [index, source] of sourcesOf(subject).entries()) {
    const { label, title, publisher, date, file, contradictions } = source;
    const details = [...new Set([title, publisher, date])].filter((each) => each !== undefined && each !== label);
    yield `<li id="source-${index + 1}"><strong>${text(label)}</strong>`;
    if (details.length > 0) yield `<br>${text(details.join(', '))}`;
    yield `<br><span class="dim"><code>${text(file)}</code>, ${text(counted.contradictions(contradictions))}</span></li>\n`;
  }
  yield '</ol>\n</section>\n';
}
