/** The timeline: what the sources say happened or will happen when, on one axis, with disputed dates marked. */
import * as l10n from '@vscode/l10n';
import { harmless } from '../../server/src/harmless.ts';
import type { TimelineData, TimelineEvent } from './messages.ts';
import { type Moment, momentsOf, noTimelineChoices, type TimelineChoices } from './model/moments.ts';
import { Search, Select, Toggle } from './parts/controls.ts';
import { element } from './parts/dom.ts';
import { emptyPage, emptyText } from './parts/emptiness.ts';
import { Host } from './parts/host.ts';
import { readableMoment, readableTime, sourceCount } from './parts/labels.ts';
import { disputeCard, link, type PageActions, quotedLine, remake } from './parts/page.ts';

interface State {
  choices: TimelineChoices;
  scroll: number;
}

/** Starts the view in a page. */
export function startTimeline(root: HTMLElement): void {
  new Timeline(root);
}

class Timeline {
  readonly #host = new Host<TimelineData, State>();
  readonly #page = element('div', { class: 'page timeline' });
  readonly #search = new Search(l10n.t('Search the timeline'), (words) => this.#choose({ words }));
  readonly #disputed = new Toggle(
    l10n.t('Only disputed dates'),
    (onlyDisputed) => this.#choose({ onlyDisputed }),
    l10n.t('Disputed'),
  );
  readonly #source = new Select(l10n.t('Source'), (source) => this.#choose({ source }), { searchable: true });
  readonly #status = element('span', { class: 'count', role: 'status' });
  readonly #actions: PageActions = {
    open: (uri, range, stay) => this.#host.open({ uri, range }, stay),
    sideBySide: (contradiction) => this.#host.send({ type: 'sideBySide', contradiction }),
    entity: (id) => this.#host.send({ type: 'entity', id }),
  };
  #choices: TimelineChoices;
  #data: TimelineData | undefined;

  constructor(root: HTMLElement) {
    this.#choices = { ...noTimelineChoices, ...this.#host.state.choices };
    const filters = element(
      'div',
      { class: 'filters', role: 'group', 'aria-label': l10n.t('Filters') },
      this.#search.element,
      this.#disputed.element,
      this.#source.element,
      this.#status,
    );
    root.append(filters, this.#page);
    this.#page.addEventListener('scroll', () => this.#host.keep({ scroll: this.#page.scrollTop }), { passive: true });
    this.#host.listen((data) => {
      const isFirst = this.#data === undefined;
      this.#data = data;
      this.#show();
      if (isFirst) this.#page.scrollTop = this.#host.state.scroll ?? 0;
    });
  }

  #choose(changed: Partial<TimelineChoices>): void {
    this.#choices = { ...this.#choices, ...changed };
    this.#host.keep({ choices: this.#choices });
    this.#show();
  }

  #show(): void {
    const data = this.#data;
    if (!data) return;
    const { words, onlyDisputed, source } = this.#choices;
    this.#search.show(words);
    this.#disputed.show(onlyDisputed);
    const all = { value: '', label: l10n.t('All sources') };
    this.#source.show([all, ...data.sources.map(({ uri, name }) => ({ value: uri, label: name }))], source);
    const moments = momentsOf(data, this.#choices);
    const events = moments.reduce((sum, moment) => sum + moment.events.length, 0);
    this.#status.textContent = events === 1 ? l10n.t('1 event') : l10n.t('{0} events', events);
    const axis = element('ol', { class: 'axis' }, ...moments.map((moment) => this.#moment(moment, data)));
    remake(this.#page, events > 0 ? [axis] : [emptyPage(whyEmpty(data))]);
  }

  #moment({ when, events, published, daysSince }: Moment, data: TimelineData): HTMLElement {
    const gap = daysSince !== undefined && daysSince > 1 && l10n.t('{0} days later', daysSince);
    const label = when ? readableMoment(when) : l10n.t('Without a date');
    return element(
      'li',
      { class: when ? 'moment' : 'moment undated' },
      element(
        'div',
        { class: 'when' },
        element('h2', {}, label),
        gap && element('div', { class: 'quiet' }, gap),
        published > 0 && element('div', { class: 'quiet' }, l10n.t('{0} of this day', sourceCount(published))),
      ),
      element('ul', { class: 'events' }, ...events.map((event) => this.#event(event, data))),
    );
  }

  #event({ told, clock, planned, approximate, dispute }: TimelineEvent, { sources }: TimelineData): HTMLElement {
    const [first, ...others] = told;
    if (!first) return element('li');
    const nameOf = (source: number) => sources[source]?.name ?? '';
    const { quotation, range, speaker } = first;
    const notes = [
      clock === undefined ? '' : readableTime(clock),
      approximate ? l10n.t('about') : '',
      planned ? l10n.t('planned') : '',
      [speaker, nameOf(first.source)].filter(Boolean).join(', '),
    ];
    const line = quotedLine(this.#actions, { uri: sources[first.source]?.uri ?? '', range, quotation, notes });
    const also = others.map((other) => {
      const { uri = '', name = '' } = sources[other.source] ?? {};
      const { line, character } = other.range.start;
      const chip = link(
        `also ${uri}#${line},${character}`,
        'chip',
        (stay) => this.#actions.open(uri, other.range, stay),
        name,
      );
      chip.title = harmless(other.quotation.text);
      return chip;
    });
    return element(
      'li',
      { class: dispute ? 'event disputed' : 'event' },
      line,
      also.length > 0 &&
        element('div', { class: 'chips also' }, element('span', { class: 'quiet' }, l10n.t('also')), ...also),
      dispute && disputeCard(this.#actions, dispute),
    );
  }
}

function whyEmpty({ situation, events }: TimelineData): string {
  if (events.length > 0) return l10n.t('Nothing passes the filters.');
  return emptyText(situation, l10n.t('The sources do not say when anything happened.'));
}
