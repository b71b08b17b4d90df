import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const fileName = 'serve-port';

/** The port of the last run in that data folder; 0 for any free one, when there was none. */
export async function usualPort(dataFolder: string): Promise<number> {
  const text = await readFile(path.join(dataFolder, fileName), 'utf8').catch(() => '');
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port <= 65_535 ? port : 0;
}

/** Where nothing can be written, the next run takes another port. */
export async function keepPort(dataFolder: string, port: number): Promise<void> {
  await writeFile(path.join(dataFolder, fileName), String(port), { mode: 0o600 }).catch(() => undefined);
}
