import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSecretService } from '../integration/secret-service.ts';
import type { LaunchOptions } from './launch.ts';

/** A folder and a keychain of a test's own. */
export interface Surroundings {
  readonly folder: string;
  /** For every process that shall see this keychain and no other. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

export async function surround(kind: NonNullable<LaunchOptions['keychain']>): Promise<Surroundings> {
  const keychain = await startSecretService(kind === 'none' ? 'no-bus' : 'unlocked');
  if (kind === 'locked') await keychain.restartLocked();
  const folder = await mkdtemp(join(tmpdir(), 'coze-mint-e2e-'));
  // Without an address GLib would start a bus of its own.
  const bus = kind === 'none' ? { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } : {};
  return {
    folder,
    env: { ...keychain.env, ...bus },
    close: async () => {
      await keychain.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts something in surroundings of its own, which go again when that fails. */
export async function within<Started>(
  kind: LaunchOptions['keychain'],
  start: (surroundings: Surroundings) => Promise<Started>,
): Promise<Started> {
  const surroundings = await surround(kind ?? 'none');
  try {
    return await start(surroundings);
  } catch (cause) {
    await surroundings.close();
    throw cause;
  }
}

/** Collects what goes wrong in a page from now on: console errors, refused loads, uncaught errors. */
export function collectErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}
