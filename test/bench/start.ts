import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type ElectronApp, prepareApps } from './electron-apps.ts';
import { atMost, type Bench, type Figure, megabytes, milliseconds } from './figure.ts';
import { median } from './medians.ts';
import { memoryOf } from './memory.ts';

export interface Start {
  /** Milliseconds until the first screen could be used. */
  readonly usableAfter: number;
  /** Bytes at rest; null where that cannot be known. */
  readonly memory: number | null;
}

const rest = 6000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts an app, and ends it again. */
export async function startOnce(app: ElectronApp, folder: string, withMemory: boolean): Promise<Start> {
  const began = Date.now();
  const child = spawn(app.executable, [...app.args, `--user-data-dir=${folder}`], {
    env: app.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const gone = once(child, 'exit').then(() =>
      Promise.reject(new Error('Electron ended before it had a screen.')),
    );
    gone.catch(() => undefined);
    const usable = new Promise<number>((resolve) => {
      createInterface(child.stdout).on('line', (line) => {
        const [, at] = /^usable (\d+)$/.exec(line) ?? [];
        if (at !== undefined) resolve(Number(at) - began);
      });
    });
    const late = pause(60_000).then(() =>
      Promise.reject(new Error('No screen could be used within a minute.')),
    );
    late.catch(() => undefined);
    const usableAfter = await Promise.race([usable, gone, late]);
    if (!withMemory) return { usableAfter, memory: null };
    await pause(rest);
    return { usableAfter, memory: memoryOf(child.pid ?? 0)?.all ?? null };
  } finally {
    if (child.exitCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const forced = setTimeout(() => child.kill('SIGKILL'), 8000);
      await ended;
      clearTimeout(forced);
    }
  }
}

const rounds = 5;

export const start: Bench = {
  name: 'start',
  needs: 'electron',
  run: async (surroundings) => {
    const apps = await prepareApps(surroundings);
    try {
      const folders = { product: apps.newFolder(), empty: apps.newFolder() };
      const starts = { product: [] as Start[], empty: [] as Start[] };
      for (let round = 0; round <= rounds; round += 1) {
        for (const name of ['product', 'empty'] as const) {
          const one = await startOnce(apps[name], folders[name], round > 0 && round <= 3);
          // The first start of each is cold.
          if (round > 0) starts[name].push(one);
        }
      }
      const usable = (name: 'product' | 'empty') =>
        median(starts[name].map(({ usableAfter }) => usableAfter));
      const memory = (name: 'product' | 'empty') =>
        median(starts[name].flatMap((one) => (one.memory === null ? [] : [one.memory])));
      const figures: Figure[] = [
        atMost(1.6, {
          what: 'start to the first usable screen, warm',
          value: milliseconds(usable('product')),
          against: `an empty window ${milliseconds(usable('empty'))}`,
          ratio: usable('product') / usable('empty'),
        }),
      ];
      if (starts.product.some((one) => one.memory !== null)) {
        figures.push(
          atMost(1.3, {
            what: 'memory at rest, all processes',
            value: megabytes(memory('product')),
            against: `an empty window ${megabytes(memory('empty'))}`,
            ratio: memory('product') / memory('empty'),
          }),
        );
      }
      return figures;
    } finally {
      await apps.close();
    }
  },
};
