import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { callForEach } from './call-bridge.ts';
import type { LaunchedApp } from './launch.ts';

/** Has the app write its profile again and again for as long as it lives; resolves when the disk shows the first of it. */
export async function keepWriting({ page, userData }: Pick<LaunchedApp, 'page' | 'userData'>): Promise<void> {
  const profile = () => readFile(join(userData, 'profile.json'), 'utf8').catch(() => '');
  const seconds = Array.from({ length: 1000 }, (_, index) => ({ clipboardSeconds: 10 + (index % 50) }));
  // Two of them, so that there is always a write that has not ended.
  for (let each = 0; each < 2; each += 1) {
    void callForEach(page, 'settings.change', seconds).catch(() => undefined);
  }
  await expect.poll(profile).toContain('"clipboardSeconds": 1');
}
