import { t } from '@vscode/l10n';
import type { Contradiction, Entity, EntityMention } from '../analysis/model.ts';
import {
  contradictionsOf,
  decided,
  disputesOf,
  entitiesOf,
  otherNames,
  pathsOf,
  placed,
  type Quotation,
  quoteStatement,
  rating,
  SEVERITIES,
  type Subject,
  sourcesOf,
  summary,
  TYPES,
} from './content.ts';
import { codeSpan, emphasize, light, escapeLightly as plain } from './escape.ts';
import { counted, severityLabel, typeLabel, typeName } from './language.ts';
import { excerpt } from './text.ts';

const MENTION_QUOTATION = 160;

/** The whole comparison as Markdown (CommonMark), in pieces. */
export function* markdownReport(subject: Subject): Generator<string> {
  yield `# ${t('Sources read against each other')}\n\n${summary(subject)}.\n`;
  for (const severity of SEVERITIES) {
    const found = contradictionsOf(subject, severity);
    if (found.length > 0) yield `\n## ${severityLabel(severity).many}\n`;
    for (const contradiction of found) yield `\n${describe(subject, contradiction, 3)}`;
  }
  yield* entities(subject);
  yield* sources(subject);
}

/** One contradiction: its question, and every position with its statements quoted and where they stand. */
export function contradictionMarkdown(subject: Subject, contradiction: Contradiction): string {
  return describe(subject, contradiction, 2);
}

/** One entity: what it is called, how it is described, every mention by name, and the questions that it is disputed in. */
export function entityMarkdown(subject: Subject, entity: Entity): string {
  const names = entity.mentions.filter(({ kind }) => kind === 'name');
  const disputes = disputesOf(subject, entity);
  return [
    `## ${plain(entity.name)}\n`,
    ...facts(entity).map((fact) => `- ${fact}\n`),
    `- ${t('{0} in {1}', counted.mentions(entity.mentions.length), counted.sources(pathsOf(entity).size))}\n`,
    ...names.map((mention) => `\n${quote(quoteMention(subject, mention))}`),
    ...(disputes.length > 0 ? [`\n### ${t('Disputed')}\n`] : []),
    ...disputes.map((contradiction) => `\n${describe(subject, contradiction, 4)}`),
  ].join('');
}

function describe(subject: Subject, contradiction: Contradiction, level: number): string {
  const { question, explanation, positions } = contradiction;
  const verdict = decided(contradiction);
  return [
    `${'#'.repeat(level)} ${plain(question)}\n`,
    `\n${rating(contradiction)}. ${plain(explanation)}\n`,
    ...(verdict ? [`\n${plain(verdict)}\n`] : []),
    ...positions.flatMap(({ value, statements }) => [
      `\n${'#'.repeat(level + 1)} ${plain(value)}\n`,
      ...statements.map((statement) => `\n${quote(quoteStatement(subject, statement))}`),
    ]),
  ].join('');
}

function quote({ text, highlight, speaker, source, place }: Quotation): string {
  const voice = speaker === undefined ? plain(source) : t('{0}, in {1}', plain(speaker), plain(source));
  return `> ${emphasize(text, highlight, light)}\n>\n> — ${voice}, ${codeSpan(place)}\n`;
}

function quoteMention(subject: Subject, mention: EntityMention): Quotation {
  const { text = '' } = subject.reading.document(mention.path) ?? {};
  return { ...excerpt(text, mention, MENTION_QUOTATION), ...placed(subject, mention.path, mention.start) };
}

function facts(entity: Entity): string[] {
  const others = otherNames(entity);
  return [
    t('Type: {0}', typeName(entity.type)),
    ...(others.length > 0 ? [t('Also: {0}', others.map(plain).join(', '))] : []),
    ...(entity.roles.length > 0 ? [t('Described as: {0}', entity.roles.map(plain).join(', '))] : []),
  ];
}

function* entities(subject: Subject): Generator<string> {
  const types = TYPES.map((type) => [typeLabel(type), entitiesOf(subject, type)] as const).filter(
    ([, found]) => found.length > 0,
  );
  if (types.length > 0) yield `\n## ${t('Entities')}\n`;
  for (const [label, found] of types) {
    const heads = [t('Name'), t('Also'), t('Described as'), t('Mentions'), t('Sources')].join(' | ');
    yield `\n### ${label}\n\n| ${heads} |\n| --- | --- | --- | --: | --: |\n`;
    for (const entity of found) {
      const names = [[entity.name], otherNames(entity), entity.roles].map((each) => each.map(plain).join(', '));
      yield `| ${names.join(' | ')} | ${entity.mentions.length} | ${pathsOf(entity).size} |\n`;
    }
  }
}

function* sources(subject: Subject): Generator<string> {
  yield `\n## ${t('Sources')}\n\n`;
  for (const { label, title, publisher, date, file, contradictions } of sourcesOf(subject)) {
    const told = [...new Set([label, title, publisher, date])].filter((each) => each !== undefined).map(plain);
    yield `1. ${told.join(', ')}, ${codeSpan(file)}: ${counted.contradictions(contradictions)}\n`;
  }
}
