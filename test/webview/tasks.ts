interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of the processor. */
  tdur?: number;
  args?: { name?: string };
}

/**
 * How long the main threads of the pages worked at a stretch, where that is more than 50 ms.
 *
 * @param trace what Chromium traced, with the category `toplevel`
 * @returns milliseconds of processor time
 */
export function longTasks(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const isMain = ({ pid, tid }: TraceEvent) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const tasks = traceEvents.filter((event) => event.name === 'ThreadControllerImpl::RunTask' && isMain(event));
  if (tasks.length === 0) throw new Error('The trace has no tasks in it');
  return tasks.flatMap(({ tdur = 0 }) => (tdur > 50_000 ? Math.round(tdur / 1000) : []));
}
