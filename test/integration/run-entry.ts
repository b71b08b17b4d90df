import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

/** A TypeScript program made runnable by plain Node. */
export interface BuiltEntry {
  readonly file: string;
  /** Deletes what was built. */
  readonly remove: () => Promise<void>;
}

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly finished: Promise<Finished>;
  /** Resolves when standard output holds `text`; rejects when the program ends before. */
  readonly said: (text: string) => Promise<void>;
}

/** Bundles a TypeScript file, given from the project's root, for Node 20; only keytar stays outside. */
export async function buildEntry(entry: string): Promise<BuiltEntry> {
  const folder = resolve('node_modules/.cache/coze-mint-test');
  await mkdir(folder, { recursive: true });
  const outDir = await mkdtemp(join(folder, 'entry-'));
  const name = basename(entry, '.ts');
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      rollupOptions: {
        input: { [name]: resolve(entry) },
        external: ['keytar'],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
    ssr: { noExternal: true, external: ['keytar'] },
  });
  return { file: join(outDir, `${name}.mjs`), remove: () => rm(outDir, { recursive: true, force: true }) };
}

/** Starts a built program in a process of its own, with exactly the environment given. */
export function startEntry(
  entry: BuiltEntry,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, [entry.file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const finished = new Promise<Finished>((done) => {
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
  });
  const said = (text: string) =>
    new Promise<void>((heard, missed) => {
      const look = () => {
        if (stdout.includes(text)) heard();
      };
      child.stdout.on('data', look);
      look();
      void finished.then(() => missed(new Error(`ended without saying ${text}: ${stdout}${stderr}`)));
    });
  return { finished, said };
}

/** Runs a built program to its end. */
export function runEntry(
  entry: BuiltEntry,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Finished> {
  return startEntry(entry, args, env).finished;
}
