import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

/** What both tools are asked for here: a list of rules and the files that broke them. */
interface Violation {
  readonly rule: string;
  readonly from: string;
}

function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], { cwd, maxBuffer: 64 * 1024 * 1024 }, (_, stdout) => {
      done(stdout);
    });
  });
}

async function cruise(cwd: string): Promise<readonly Violation[]> {
  const config = join(root, '.dependency-cruiser.cjs');
  const folders = ['shared', 'electron', 'renderer'];
  const report: {
    readonly summary: {
      readonly violations: readonly {
        readonly rule: { readonly name: string };
        readonly from: string;
        readonly to: string;
      }[];
    };
  } = JSON.parse(await run(depcruise, ['--config', config, '--output-type', 'json', ...folders], cwd));
  // Of the reachability rule it is the file that nothing reaches that matters.
  return report.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from: rule.name === 'no-orphans' ? to : from,
  }));
}

async function plant(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'layers-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const packages = ['electron', 'keytar', 'undici', '@hono/node-server', 'react', 'zod'];

/** A small tree in which everything is as it should be. */
const lawful: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    devDependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])),
  }),
  ...Object.fromEntries(
    packages.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  ),
  'shared/bridge.ts': `import 'zod'; export interface Bridge { readonly a: 1 }`,
  'electron/main.ts': `import 'electron'; import './desktop/windows.ts';`,
  'electron/preload.ts': `import 'electron'; import type { Bridge } from '../shared/bridge.ts'; export type B = Bridge;`,
  'electron/engine.ts': `import './keys/key-vault.ts'; import './practice/practice-server.ts'; import './http/client.ts';`,
  'electron/desktop/windows.ts': `import { app } from 'electron'; import '../engine.ts'; app;`,
  'electron/cli/coze-mint.ts': `import '../engine.ts'; import '../practice/practice-server.ts';`,
  'electron/http/client.ts': `import 'undici'; import 'node:tls';`,
  'electron/keys/key-vault.ts': `import './keytar-backend.ts'; import 'node:crypto';`,
  'electron/keys/keytar-backend.ts': `import 'keytar';`,
  'electron/practice/practice-server.ts': `import '@hono/node-server'; import 'node:http'; import '../keys/key-vault.ts';`,
  'renderer/app/main.tsx': `import 'react'; import { Mint } from '../mint/mint.tsx'; export const app = <Mint a={1} />;`,
  'renderer/mint/mint.tsx': `import type { Bridge } from '../../shared/bridge.ts'; import '../ui/button.tsx'; import './mint.module.css';
    export function Mint(props: Bridge) { return <p>{props.a}</p>; }`,
  'renderer/mint/mint.module.css': '',
  'renderer/ui/button.tsx': `export const button = <button type="button" />;`,
  'renderer/jwt/jwt.ts': `export const jwt = 1;`,
};

/** One file for each rule, and for each way around it. A second file is there where a rule needs two. */
const unlawful: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['shared-stands-alone', 'shared/a1.ts', `import '../electron/engine.ts';`],
  [
    'shared-stands-alone',
    'shared/a2.ts',
    `import type { B } from '../electron/preload.ts'; export type C = B;`,
  ],
  ['shared-stands-alone', 'shared/a3.ts', `export type { B } from '../electron/preload.ts';`],
  ['shared-stands-alone', 'shared/a4.ts', `export type C = import('../electron/preload.ts').B;`],
  ['shared-stands-alone', 'shared/a5.ts', `export const later = () => import('../renderer/app/main.tsx');`],
  ['shared-without-node', 'shared/b1.ts', `import { readFileSync } from 'node:fs'; readFileSync;`],
  ['shared-without-node', 'shared/b2.ts', `import type { Stats } from 'fs'; export type S = Stats;`],
  [
    'renderer-only-shared',
    'renderer/mint/c1.tsx',
    `import { x } from '../../electron/engine.ts'; export const c = <p>{x}</p>;`,
  ],
  ['renderer-without-node', 'renderer/ui/d1.ts', `import 'node:path';`],
  ['electron-without-renderer', 'electron/desktop/e1.ts', `import '../../renderer/app/main.tsx';`],
  [
    'services-below-engine',
    'electron/keys/f1.ts',
    `import type { E } from '../engine.ts'; export type F = E;`,
  ],
  ['services-below-engine', 'electron/storage/f2.ts', `import '../cli/coze-mint.ts';`],
  ['engine-below-hosts', 'electron/engine/g1.ts', `import '../desktop/windows.ts';`],
  ['engine-below-hosts', 'electron/bridge-dispatch.ts', `import './cli/coze-mint.ts';`],
  ['hosts-apart', 'electron/cli/h1.ts', `import '../desktop/windows.ts';`],
  ['hosts-apart', 'electron/desktop/h2.ts', `import '../loopback/h3.ts';`],
  ['serve-starts-loopback', 'electron/cli/commands/serve.ts', `import '../../desktop/windows.ts';`],
  ['hosts-not-from-start-up', 'electron/desktop/i1.ts', `import '../main.ts';`],
  ['preload-only-contract', 'electron/preload.ts', `import './keys/key-vault.ts'; export type B = 1;`],
  ['main-starts-desktop', 'electron/main.ts', `import './cli/coze-mint.ts'; export const x = 1;`],
  ['electron-only-in-desktop', 'electron/keys/j1.ts', `import { safeStorage } from 'electron'; safeStorage;`],
  [
    'electron-only-in-desktop',
    'electron/cli/j2.ts',
    `import type { App } from 'electron'; export type A = App;`,
  ],
  ['electron-only-in-desktop', 'renderer/app/j3.ts', `const e = require('electron'); e;`],
  ['keytar-only-in-one-file', 'electron/keys/k1.ts', `export const load = () => import('keytar');`],
  ['keytar-only-in-one-file', 'electron/desktop/k2.ts', `import keytar from 'keytar'; keytar;`],
  ['undici-only-in-client', 'electron/http/l1.ts', `import { request } from 'undici'; request;`],
  ['node-http-only-to-serve', 'electron/tokens/l2.ts', `import 'node:https';`],
  ['node-http-only-to-serve', 'electron/keys/l3.ts', `import 'http';`],
  ['node-http-only-to-serve', 'electron/console/m1.ts', `import { serve } from '@hono/node-server'; serve;`],
  ['sockets-only-in-http', 'electron/doctor/n1.ts', `import { connect } from 'node:tls'; connect;`],
  ['sockets-only-in-http', 'electron/storage/n2.ts', `import 'node:net';`],
  ['screens-apart', 'renderer/mint/o1.tsx', `import { jwt } from '../jwt/jwt.ts'; jwt;`],
  ['primitives-know-no-screen', 'renderer/ui/p1.tsx', `import '../mint/mint.tsx';`],
  ['primitives-know-no-screen', 'renderer/i18n/p2.ts', `import '../app/main.tsx';`],
  ['no-tests-in-production', 'electron/tokens/q1.ts', `import '../../test/fixture.ts';`],
  ['no-cycles', 'electron/tokens/r1.ts', `import type { R } from './r2.ts'; export type Q = R;`],
  ['no-orphans', 'shared/s1.ts', `export const nobodyWantsMe = 1;`],
  [
    'undici-only-in-client',
    'electron/console/l4.ts',
    `import type { Agent } from 'undici'; export type A = Agent;`,
  ],
  ['no-unresolved', 'electron/tokens/t1.ts', `import './not-there.ts';`],
  ['no-undeclared-packages', 'renderer/ui/u1.ts', `import 'stowaway';`],
];

const beyond: Readonly<Record<string, string>> = {
  'test/fixture.ts': '',
  'electron/tokens/r2.ts': `import type { Q } from './r1.ts'; export type R = Q;`,
  'electron/loopback/h3.ts': '',
  'node_modules/stowaway/package.json': '{"name":"stowaway","main":"index.js"}',
  'node_modules/stowaway/index.js': '',
};

describe('the layers', { timeout: 60_000 }, () => {
  const folders: string[] = [];
  let found: readonly Violation[] = [];

  beforeAll(async () => {
    const wrongs = Object.fromEntries(unlawful.map(([, path, text]) => [path, text]));
    const folder = await plant({ ...lawful, ...beyond, ...wrongs });
    folders.push(folder);
    found = await cruise(folder);
  }, 60_000);

  afterAll(async () => {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  });

  it.each(unlawful)('%s is broken by %s', (rule, path) => {
    expect(found.filter(({ from }) => from === path).map((violation) => violation.rule)).toContain(rule);
  });

  it('there is a file that breaks each rule', async () => {
    const text = await readFile(join(root, '.dependency-cruiser.cjs'), 'utf8');
    const named = [...text.matchAll(/^ {6}name: '([^']+)'/gm)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(unlawful.map(([rule]) => rule))).toEqual(new Set(named));
  });

  it('a tree that keeps the rules passes', async () => {
    const folder = await plant({ ...lawful, 'electron/cli/more.ts': '' });
    folders.push(folder);
    const kept = await cruise(folder);
    expect(kept.filter(({ rule }) => rule !== 'no-orphans')).toEqual([]);
    expect(kept.map(({ from }) => from)).toEqual(['electron/cli/more.ts', 'renderer/jwt/jwt.ts']);
  });

  it('this tree keeps them', async () => {
    expect((await cruise(root)).map(({ rule, from }) => `${rule}: ${from}`)).toEqual([]);
  });
});

describe('requests by the platform’s own globals', { timeout: 60_000 }, () => {
  const calls = ['fetch("x")', 'new XMLHttpRequest()', 'new WebSocket("x")', 'new EventSource("x")'];

  it.each([
    ['electron/keys/a.ts', 4],
    ['electron/http/other.ts', 4],
    ['renderer/mint/a.tsx', 4],
    ['shared/jwt/a.ts', 4],
    ['electron/http/client.ts', 0],
    ['test/electron/a.test.ts', 0],
  ])('in %s the linter counts %i of four', async (path, expected) => {
    const config: Record<string, unknown> = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'));
    const folder = await plant({
      'biome.json': JSON.stringify({ ...config, vcs: { enabled: false } }),
      [path]: calls.map((call, index) => `export const x${index} = () => ${call};\n`).join(''),
    });
    const report: {
      readonly diagnostics: readonly { readonly category: string; readonly severity: string }[];
    } = JSON.parse(await run(biome, ['lint', '--reporter=json', '.'], folder));
    await rm(folder, { recursive: true });
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ category }) => category)).toEqual(
      Array.from({ length: expected }, () => 'lint/style/noRestrictedGlobals'),
    );
  });

  it('are not reached through the global object either', () => {
    const around =
      /\b(globalThis|window|self|global)\s*(\.|\[\s*['"`])\s*(fetch|XMLHttpRequest|WebSocket|EventSource)\b/;
    const guilty = sourceFiles(root)
      .filter(({ path }) => /^(shared|electron|renderer)\//.test(path) && path !== 'electron/http/client.ts')
      .filter(({ text }) => around.test(text()));
    expect(around.test('globalThis.fetch(url)')).toBe(true);
    expect(guilty.map(({ path }) => path)).toEqual([]);
  });
});
