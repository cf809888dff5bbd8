import * as l10n from '@vscode/l10n';
import type { ContradictionKind, Severity } from '../../../server/src/protocol.ts';
import type { ComparisonData } from '../messages.ts';
import {
  activeFilters,
  type Choices,
  type Grouping,
  noChoices,
  type Sorting,
  sortings,
  type Table,
} from '../model/table.ts';
import { button, Search, Select, Toggle } from './controls.ts';
import { element } from './dom.ts';
import { entityTypeLabel, kindLabel, questionCount, severitiesLabel, sourceCount } from './labels.ts';
import { severityMark } from './marks.ts';

const severities: Severity[] = ['conflict', 'update', 'variation'];
/** More than these would be a list that nobody reads; the search finds the others. */
const mostEntities = 200;

/** What the reader chooses by: words, severity, kind, entity and source, the order of the rows and the grouping of the columns. */
export class Filters {
  readonly element = element('div', { class: 'filters foldable', role: 'group', 'aria-label': l10n.t('Filters') });
  #choices: Choices = noChoices;
  readonly #search: Search;
  readonly #severities: { severity: Severity; toggle: Toggle; count: HTMLElement }[];
  readonly #kind: Select;
  readonly #entity: Select;
  readonly #source: Select;
  readonly #sorting: Select;
  readonly #grouping: Select;
  readonly #onlyAnswering: Toggle;
  readonly #more: Toggle;
  readonly #clear: HTMLElement;
  readonly #status = element('span', { class: 'status', role: 'status' });

  constructor(choose: (choices: Partial<Choices>) => void) {
    this.#search = new Search(l10n.t('Search questions'), (words) => choose({ words }));
    this.#severities = severities.map((severity) => {
      const count = element('span', { class: 'count' });
      const changed = (isOn: boolean) =>
        choose({
          hidden: severities.filter((each) => (each === severity ? !isOn : this.#choices.hidden.includes(each))),
        });
      return { severity, count, toggle: new Toggle(severitiesLabel(severity), changed, severityMark(severity), count) };
    });
    this.#kind = new Select(l10n.t('Kind'), (kind) => choose({ kind: kind as ContradictionKind | '' }));
    this.#entity = new Select(l10n.t('Entity'), (entity) => choose({ entity }), { searchable: true });
    this.#source = new Select(l10n.t('Source'), (source) => choose({ source }), { searchable: true });
    this.#sorting = new Select(l10n.t('Sort'), (sorting) => choose({ sorting: sorting as Sorting, along: '' }));
    this.#grouping = new Select(l10n.t('Columns'), (grouping) => choose({ grouping: grouping as Grouping }));
    this.#onlyAnswering = new Toggle(
      l10n.t('Leave out sources that are silent on all of these questions'),
      (onlyAnswering) => choose({ onlyAnswering }),
      l10n.t('Hide silent'),
    );
    this.#more = new Toggle(
      l10n.t('More filters'),
      (isOn) => this.element.classList.toggle('open', isOn),
      l10n.t('Filter'),
    );
    this.#more.element.classList.add('more-filters');
    this.#clear = button(l10n.t('Clear filters'), () => {
      const { sorting, along, grouping, open } = this.#choices;
      choose({ ...noChoices, sorting, along, grouping, open });
    });
    this.#clear.classList.add('clear');
    this.element.append(
      this.#search.element,
      ...this.#severities.map(({ toggle }) => toggle.element),
      this.#more.element,
      ...[this.#kind, this.#entity, this.#source, this.#sorting, this.#grouping].map((select) => select.element),
      this.#onlyAnswering.element,
      this.#clear,
      this.#status,
    );
  }

  show(data: ComparisonData, choices: Choices, table: Table): void {
    this.#choices = choices;
    this.#search.show(choices.words);
    for (const { severity, toggle, count } of this.#severities) {
      toggle.show(!choices.hidden.includes(severity));
      count.textContent = String(data.questions.filter((question) => question.severity === severity).length);
    }
    this.#kind.show(kindOptions(data), choices.kind);
    this.#entity.show(entityOptions(data), choices.entity);
    this.#source.show(sourceOptions(data), choices.source);
    this.#sorting.show(sortingOptions(), choices.sorting);
    this.#grouping.show(groupingOptions(), choices.grouping);
    this.#onlyAnswering.show(choices.onlyAnswering);
    const filters = activeFilters(choices);
    this.#clear.classList.toggle('unused', filters === 0);
    this.#more.element.classList.toggle('used', filters > 0);
    this.#status.textContent = `${shownQuestions(data, table)}, ${sourceCount(data.sources.length)}`;
  }
}

/** "34 questions", or "12 of 34 questions" where some are left out. */
export function shownQuestions({ questions }: ComparisonData, { rows }: Table): string {
  const all = questionCount(questions.length);
  return rows.length === questions.length ? all : l10n.t('{0} of {1}', rows.length, all);
}

function kindOptions({ questions }: ComparisonData) {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const options = kinds.map((kind) => ({ value: kind as string, label: kindLabel(kind) }));
  return [{ value: '', label: l10n.t('All kinds') }, ...options.sort((a, b) => a.label.localeCompare(b.label))];
}

function entityOptions({ entities }: ComparisonData) {
  const options = entities.slice(0, mostEntities).map(({ id, name, type }) => ({
    value: id,
    label: name,
    description: entityTypeLabel(type),
  }));
  return [{ value: '', label: l10n.t('All entities') }, ...options];
}

function sourceOptions({ sources }: ComparisonData) {
  return [
    { value: '', label: l10n.t('All sources') },
    ...sources.map(({ uri, name }) => ({ value: uri, label: name })),
  ];
}

function sortingOptions() {
  const labels: Record<Sorting, string> = {
    severity: l10n.t('Sort: severity'),
    kind: l10n.t('Sort: kind'),
    entity: l10n.t('Sort: entity'),
    confidence: l10n.t('Sort: confidence'),
    sources: l10n.t('Sort: most sources'),
    question: l10n.t('Sort: question'),
  };
  return sortings.map((value) => ({ value: value as string, label: labels[value] }));
}

function groupingOptions() {
  const labels: [Grouping, string][] = [
    ['auto', l10n.t('Columns: as fits')],
    ['none', l10n.t('Columns: each source')],
    ['publisher', l10n.t('Columns: publisher')],
    ['date', l10n.t('Columns: date')],
    ['folder', l10n.t('Columns: folder')],
  ];
  return labels.map(([value, label]) => ({ value: value as string, label }));
}
