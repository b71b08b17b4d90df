import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface Display {
  /** What `DISPLAY` has to be. */
  readonly name: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts an X server without a screen, under a number that it chooses itself.
 *
 * @throws Error when there is no Xvfb or it does not come up
 */
export async function startDisplay(): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const failure = new Promise<never>((_, reject) => {
    server.once('error', (cause) =>
      reject(new Error('These tests need Xvfb (Debian, Ubuntu: apt-get install xvfb).', { cause })),
    );
    server.once('exit', (code) => reject(new Error(`Xvfb ended at once, with code ${code}.`)));
  });
  failure.catch(() => undefined);
  const lines = createInterface(server.stdio[3] as Readable);
  const [number] = await Promise.race([once(lines, 'line'), failure]);
  return {
    name: `:${number}`,
    close: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    },
  };
}
