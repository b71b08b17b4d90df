import type { TestProject } from 'vitest/node';
import { startChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where to attach to the Chromiums: one for each worker, as the pages of one share its clipboard. */
    readonly chromiums: readonly string[];
  }
}

/** As many as vitest.config.ts lets this project have. */
const workers = 3;

/** Starts the browsers; each test takes a fresh context in one of them, which shares nothing but the clipboard. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromiums = await Promise.all(Array.from({ length: workers }, startChromium));
  project.provide(
    'chromiums',
    chromiums.map((chromium) => chromium.wsEndpoint()),
  );
  return async () => {
    await Promise.all(chromiums.map((chromium) => chromium.close()));
  };
}
