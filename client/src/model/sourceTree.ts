import type { Overview, SourceItem } from '../../../server/src/protocol.ts';
import type { TreeNode } from './node.ts';
import { count, fileName } from './text.ts';

/** The Sources tree: one row per source with its title, publisher, date and counts. */
export function sourceTree({ sources }: Overview): TreeNode[] {
  return sources.map((source) => {
    const { uri, title, publisher } = source;
    const date = source.date && readableDate(source.date);
    const counts = `${count(source.contradictions, 'contradiction')}, ${count(source.entities, 'entity', 'entities')}`;
    const name = title || fileName(uri);
    return {
      id: uri,
      kind: 'source',
      of: uri,
      label: name,
      description: [publisher, date, brief(source)].filter(Boolean).join(' · '),
      tooltip: [name, [publisher, date].filter(Boolean).join(', '), counts, fileName(uri)].filter(Boolean).join('\n'),
      spoken: [name, publisher, date, counts].filter(Boolean).join(', '),
      place: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    };
  });
}

function brief({ contradictions }: SourceItem): string | undefined {
  return contradictions > 0 ? count(contradictions, 'contradiction') : undefined;
}

/** "May 15, 2025" for "2025-05-15"; what is no calendar date is left as it is. */
function readableDate(iso: string): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}
