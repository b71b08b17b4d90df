import './setup/node-version.mjs';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runPackage } from './run.mjs';

const [minutes = '10', ...others] = process.argv.slice(2);
if (!(Number(minutes) > 0) || others.length > 0) {
  console.error('usage: npm run fuzz [-- MINUTES]');
  process.exit(2);
}

/** The unit tests with properties; the others would only take time. */
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts') && !/^(integration|e2e)/.test(path))
  .map((path) => join('test', path))
  .filter((path) => readFileSync(join(root, path), 'utf8').includes("from 'fast-check'"));

const end = Date.now() + Number(minutes) * 60_000;
while (Date.now() < end) {
  const seed = String(randomInt(2 ** 31));
  const exitCode = await runPackage('vitest/vitest.mjs', ['run', '--project', 'unit', ...files], {
    env: { ...process.env, PROPERTY_SEED: seed },
  });
  if (exitCode !== 0) {
    console.error(`\nFound with seed ${seed}. Again: PROPERTY_SEED=${seed} npm run test:unit`);
    process.exit(1);
  }
}
