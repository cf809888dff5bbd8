import type { Overview } from '../../../server/src/protocol.ts';
import type { TreeNode } from './node.ts';
import { aboutSource, fileName, sourceNames } from './text.ts';
import { counted, readableDate } from './words.ts';

/**
 * The Sources tree: one row per source with its name (as in the other trees), date, contradictions and title. What tells
 * sources apart comes first, since a side bar shows little of a headline.
 */
export function sourceTree({ sources }: Overview): TreeNode[] {
  const names = sourceNames(sources);
  return sources.map(({ uri, title, opening, publisher, date: iso, contradictions, entities }) => {
    const date = iso && readableDate(iso);
    const disputed = counted.contradictions(contradictions);
    const counts = `${disputed}, ${counted.entities(entities)}`;
    const name = names.get(uri) ?? fileName(uri);
    const about = aboutSource({ title, opening }, name);
    const details = [date, contradictions > 0 && disputed, about];
    return {
      id: uri,
      kind: 'source',
      of: uri,
      label: name,
      description: details.filter(Boolean).join(' · '),
      tooltip: [opening || title, [publisher, date].filter(Boolean).join(', '), counts, fileName(uri)]
        .filter(Boolean)
        .join('\n'),
      spoken: [...new Set([name, about, date, counts])].filter(Boolean).join(', '),
      icon: { id: 'file-text' },
      place: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    };
  });
}
