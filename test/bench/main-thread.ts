import type { CDPSession } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** As `dur`, without the time in which another process had the processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What the main thread of a page did, in time of the processor. */
export interface MainThread {
  /** Milliseconds of its longest task. */
  readonly longest: number;
  /** Milliseconds of all of them. */
  readonly busy: number;
}

/** Runs `work` and tells what the main thread of the page did meanwhile. */
export async function watchMainThread(session: CDPSession, work: () => Promise<void>): Promise<MainThread> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata'] },
  });
  try {
    await work();
  } finally {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
  }
  const isMain = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events
    .filter(({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === 'X' && isMain.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = dur }) => tdur / 1000);
  return { longest: Math.max(0, ...tasks), busy: tasks.reduce((sum, task) => sum + task, 0) };
}
