import type { Overview, TimelineItem } from '../../../server/src/protocol.ts';
import type { TimelineData, TimelineEvent } from '../../webview/messages.ts';
import { focusStart } from './contradictionTree.ts';
import { disputeSummary } from './entityData.ts';
import { excerpt, fileName, sourceNames } from './text.ts';
import { openContradictions } from './verdict.ts';

/** A line or two, in which what happened stands as often before the time as after it. */
const quotation = { length: 260, before: 160 };

/** What the timeline shows: one event for what several sources date to the same time. */
export function timelineData(items: TimelineItem[], overview: Overview): Omit<TimelineData, 'situation'> {
  const names = sourceNames(overview.sources);
  const indexOf = new Map(overview.sources.map(({ uri }, index) => [uri, index]));
  const disputes = new Map(openContradictions(overview).map((each) => [each.id, each]));
  const events = new Map<string, TimelineEvent>();
  for (const { when, clock, approximate, planned, event, statement, contradiction } of items) {
    const source = indexOf.get(statement.uri);
    if (source === undefined) continue;
    const key = [when ?? '', clock ?? '', contradiction ?? event].join('|');
    const dispute = contradiction === undefined ? undefined : disputes.get(contradiction);
    const known = events.get(key) ?? {
      key,
      ...(when && { when }),
      ...(clock !== undefined && { clock }),
      approximate,
      planned,
      told: [],
      ...(dispute && { dispute: disputeSummary(dispute) }),
    };
    events.set(key, known);
    const start = focusStart(statement);
    known.told.push({
      source,
      quotation: excerpt(statement.text, start, start + statement.focusText.length, quotation.length, quotation.before),
      range: statement.focus,
      ...(statement.speaker && { speaker: statement.speaker }),
    });
  }
  const sources = overview.sources.map(({ uri, date }) => ({
    uri,
    name: names.get(uri) ?? fileName(uri),
    ...(date && { date }),
  }));
  return { sources, events: [...events.values()] };
}
