import { readdirSync, readFileSync } from 'node:fs';

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

/** The processes below `pid`, itself included. */
function treeOf(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(/\) \S (\d+)/.exec(readOrNothing(`/proc/${name}/stat`))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [pid];
  for (const known of found) found.push(...(children.get(known) ?? []));
  return found;
}

/** Bytes of a process, what it shares counted by its share. */
function shareOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** Bytes that an app takes: its main process, its pages, and all of its processes together. */
export interface Memory {
  readonly main: number;
  readonly page: number;
  readonly all: number;
}

/** Null where that cannot be known: it is read from `/proc`. */
export function memoryOf(pid: number): Memory | null {
  if (process.platform !== 'linux') return null;
  const processes = treeOf(pid).map((id) => ({
    share: shareOf(id),
    isPage: readOrNothing(`/proc/${id}/cmdline`).includes('--type=renderer'),
  }));
  const sum = (some: readonly { readonly share: number }[]) =>
    some.reduce((all, { share }) => all + share, 0);
  return {
    main: processes[0]?.share ?? 0,
    page: sum(processes.filter(({ isPage }) => isPage)),
    all: sum(processes),
  };
}

/** The most of each while some work is done. */
export async function peakDuring<Value>(
  pid: number,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly before: Memory | null; readonly peak: Memory | null }> {
  const before = memoryOf(pid);
  let peak = before;
  const timer = setInterval(() => {
    const now = memoryOf(pid);
    if (peak === null || now === null) return;
    peak = {
      main: Math.max(peak.main, now.main),
      page: Math.max(peak.page, now.page),
      all: Math.max(peak.all, now.all),
    };
  }, 150);
  try {
    return { value: await work(), before, peak };
  } finally {
    clearInterval(timer);
  }
}
