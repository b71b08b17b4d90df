import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const pixels = z.number().int().min(-100_000).max(100_000);

const windowStateSchema = z.object({
  /** As they are when the window is not maximised. */
  bounds: z.object({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) }),
  maximised: z.boolean(),
});

/** Where the window was when it was last seen. */
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

const fileIn = (folder: string) => path.join(folder, 'window.json');

/** What {@link writeWindowState} wrote, or null: a window can be placed without it, so any fault is none. */
export function readWindowState(folder: string): WindowState | null {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps the state for the next run. A folder that cannot be written costs the window's place, nothing else. */
export function writeWindowState(folder: string, state: WindowState): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileAtomic.sync(fileIn(folder), `${JSON.stringify(state)}\n`, { mode: 0o600, fsync: false });
  } catch {
    return;
  }
}
