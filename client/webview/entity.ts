/** The page of an entity: what each source calls it, what is disputed about it, who stands beside it, every mention. */
import * as l10n from '@vscode/l10n';
import { harmless } from '../../server/src/harmless.ts';
import type { EntityData, EntityInSource } from './messages.ts';
import { rolesBySource } from './model/roles.ts';
import { element } from './parts/dom.ts';
import { emptyPage, emptyText } from './parts/emptiness.ts';
import { Host } from './parts/host.ts';
import { entityTypeLabel, mentionCount, readableDate, sourceCount } from './parts/labels.ts';
import { disputeCard, link, type PageActions, quotedLine, remake } from './parts/page.ts';

interface State {
  entity: string;
  scroll: number;
  /** URIs of the sources whose mentions are shown. */
  open: string[];
}

/** Sources whose mentions are shown at first. */
const openAtFirst = 6;
/** Mentions of a source that are shown before the rest is asked for. */
const mostMentions = 30;

/** Starts the view in a page. */
export function startEntity(root: HTMLElement): void {
  new EntityView(root);
}

class EntityView {
  readonly #host = new Host<EntityData, State>();
  readonly #page = element('div', { class: 'page' });
  readonly #heading: HTMLElement | null;
  readonly #actions: PageActions = {
    open: (uri, range, stay) => this.#host.open({ uri, range }, stay),
    sideBySide: (contradiction) => this.#host.send({ type: 'sideBySide', contradiction }),
    entity: (id) => this.#host.send({ type: 'entity', id }),
  };
  #open = new Set<string>();
  #shown = '';

  constructor(root: HTMLElement) {
    this.#heading = root.querySelector('h1');
    root.append(this.#page);
    this.#page.addEventListener('scroll', () => this.#host.keep({ scroll: this.#page.scrollTop }), { passive: true });
    this.#host.listen((data) => this.#show(data));
  }

  #show(data: EntityData): void {
    const { entity } = data;
    if (!entity) {
      const text = emptyText(data.situation, l10n.t('No source names this any more.'));
      this.#page.replaceChildren(emptyPage(text));
      return;
    }
    const isOther = entity.id !== this.#shown;
    if (isOther) this.#turnTo(entity.id, data);
    if (this.#heading) this.#heading.textContent = harmless(entity.name);
    remake(this.#page, [
      head(entity, data),
      ...this.#disputes(data),
      ...roles(data, this.#actions),
      ...companions(data, this.#actions),
      ...this.#mentions(data),
    ]);
    if (isOther) this.#page.scrollTop = this.#host.state.scroll ?? 0;
  }

  /** Another entity starts at the top; the same one after being hidden, where it was. */
  #turnTo(id: string, { sources }: EntityData): void {
    const { state } = this.#host;
    const isKept = state.entity === id && state.open !== undefined;
    this.#open = new Set(isKept ? state.open : sources.slice(0, openAtFirst).map(({ uri }) => uri));
    this.#shown = id;
    this.#host.keep({ entity: id, open: [...this.#open], ...(isKept ? {} : { scroll: 0 }) });
  }

  #disputes({ contradictions }: EntityData): Node[] {
    if (contradictions.length === 0) return [];
    return section(l10n.t('Contradictions'), ...contradictions.map((dispute) => disputeCard(this.#actions, dispute)));
  }

  #mentions({ sources }: EntityData): Node[] {
    return section(l10n.t('Mentions'), ...sources.map((source) => this.#source(source)));
  }

  #source({ uri, name, date, mentions }: EntityInSource): HTMLElement {
    const summary = element(
      'summary',
      { 'data-key': `source ${uri}` },
      element('span', { class: 'name' }, name),
      element(
        'span',
        { class: 'quiet' },
        [mentionCount(mentions.length), date && readableDate(date)].filter(Boolean).join(' · '),
      ),
    );
    const details = element('details', { open: this.#open.has(uri) }, summary);
    const fill = (most: number) => {
      for (const line of [...details.children].slice(1)) line.remove();
      for (const { quotation, range, evidence, isName } of mentions.slice(0, most)) {
        const notes = [l10n.t('line {0}', range.start.line + 1), isName ? '' : evidence];
        details.append(quotedLine(this.#actions, { uri, range, quotation, notes }));
      }
      const left = mentions.length - most;
      if (left > 0)
        details.append(link(`more ${uri}`, 'more', () => fill(mentions.length), l10n.t('Show {0} more', left)));
    };
    if (details.open) fill(mostMentions);
    details.addEventListener('toggle', () => {
      if (details.open && details.children.length === 1) fill(mostMentions);
      if (details.open) this.#open.add(uri);
      else this.#open.delete(uri);
      this.#host.keep({ open: [...this.#open] });
    });
    return details;
  }
}

function head(
  { name, type, aliases, mentions }: NonNullable<EntityData['entity']>,
  { sources, watched }: EntityData,
): HTMLElement {
  const facts = [entityTypeLabel(type), mentionCount(mentions), sourceCount(sources.length)];
  return element(
    'header',
    {},
    element('div', { class: 'title', 'aria-hidden': 'true' }, name),
    element('div', { class: 'quiet' }, facts.join(' · ')),
    aliases.length > 0 && element('div', { class: 'quiet' }, l10n.t('Also: {0}', aliases.join(', '))),
    watched && watchedLine(watched),
  );
}

function watchedLine({ note, externalId, link: address }: NonNullable<EntityData['watched']>): HTMLElement {
  const id = externalId && (address ? element('a', { href: address }, externalId) : externalId);
  const parts = [l10n.t('On your watch list'), note, id].filter((part) => part !== undefined);
  return element('div', {}, ...parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part])));
}

/** Each role once, with the sources that give it: where two sources call someone different things, that shows. */
function roles({ sources }: EntityData, actions: PageActions): Node[] {
  const given = rolesBySource(sources);
  if (given.length === 0) return [];
  const rows = given.map(({ role, by }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, role),
      element(
        'td',
        {},
        ...by.map(({ uri, name, range }) =>
          range
            ? link(`role ${role} ${uri}`, 'chip', (stay) => actions.open(uri, range, stay), name)
            : element('span', { class: 'chip still' }, name),
        ),
      ),
    ),
  );
  return section(l10n.t('Described as'), element('table', { class: 'roles' }, element('tbody', {}, ...rows)));
}

function companions({ companions }: EntityData, actions: PageActions): Node[] {
  if (companions.length === 0) return [];
  const chips = companions.map(({ id, name, type, sentences, sources }) => {
    const title = l10n.t('{0}, in {1} sentences of {2}', entityTypeLabel(type), sentences, sourceCount(sources));
    const chip = link(
      `companion ${id}`,
      'chip',
      () => actions.entity(id),
      name,
      element('span', { class: 'quiet' }, ` ${sentences}`),
    );
    chip.title = title;
    return chip;
  });
  return section(l10n.t('Mentioned with'), element('div', { class: 'chips' }, ...chips));
}

function section(title: string, ...children: Node[]): Node[] {
  return [element('section', {}, element('h2', {}, title), ...children)];
}
