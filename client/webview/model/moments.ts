/** The axis of the timeline: which days there are, what lies between them, and which events pass the filters. */
import type { TimelineData, TimelineEvent } from '../messages.ts';

export interface TimelineChoices {
  words: string;
  onlyDisputed: boolean;
  /** URI of a source; empty for all. */
  source: string;
}

export const noTimelineChoices: TimelineChoices = { words: '', onlyDisputed: false, source: '' };

/** All that is told of one day, month or year. */
export interface Moment {
  /** ISO 8601; absent for what has no date. */
  when?: string;
  events: TimelineEvent[];
  /** How many sources are of that day. */
  published: number;
  /** Whole days since the moment before, where both are days. */
  daysSince?: number;
}

/** The moments to show, in order of time; what has no date comes last. */
export function momentsOf(data: TimelineData, choices: TimelineChoices): Moment[] {
  const byTime = new Map<string, TimelineEvent[]>();
  for (const event of data.events.filter(wanted(data, choices))) {
    const events = byTime.get(event.when ?? '');
    if (events) events.push(event);
    else byTime.set(event.when ?? '', [event]);
  }
  const times = [...byTime.keys()].sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1));
  return times.map((when, index) => {
    const daysSince = daysBetween(times[index - 1], when);
    return {
      ...(when && { when }),
      events: byTime.get(when) ?? [],
      published: data.sources.filter(({ date }) => date !== undefined && date === when).length,
      ...(daysSince !== undefined && { daysSince }),
    };
  });
}

function wanted({ sources }: TimelineData, { words, onlyDisputed, source }: TimelineChoices) {
  const each = words.toLowerCase().split(/\s+/).filter(Boolean);
  const index = sources.findIndex(({ uri }) => uri === source);
  return ({ told, dispute }: TimelineEvent) =>
    (!onlyDisputed || dispute !== undefined) &&
    (index < 0 || told.some((one) => one.source === index)) &&
    each.every((word) => told.some(({ quotation: { text } }) => text.toLowerCase().includes(word)));
}

const day = /^\d{4}-\d\d-\d\d$/;

function daysBetween(from: string | undefined, to: string): number | undefined {
  if (!from || !day.test(from) || !day.test(to)) return undefined;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
