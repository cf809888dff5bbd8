import type { ReportParams } from '../protocol.ts';
import { htmlReport } from '../report/html.ts';
import { contradictionMarkdown, entityMarkdown, markdownReport } from '../report/markdown.ts';
import type { Reading } from '../workspace/reading.ts';

/** What is asked for as a text that can stand alone; null when the contradiction or entity is no longer there. */
export function report(reading: Reading, pathOf: (path: string) => string, params: ReportParams): string | null {
  const subject = { reading, pathOf };
  if ('format' in params) return [...(params.format === 'html' ? htmlReport : markdownReport)(subject)].join('');
  if ('entity' in params) {
    const entity = reading.entity(params.entity);
    return entity ? entityMarkdown(subject, entity) : null;
  }
  const contradiction = reading.contradiction(params.contradiction);
  return contradiction ? contradictionMarkdown(subject, contradiction) : null;
}
