import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { hs256Token } from '../../fixtures/jwt/rfc-tokens.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'coze-mint-full-disk-test-'));
const cli = inject('cli');

afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

/** Runs the program with standard output in a file. The shell lets it write so many blocks of 512 or 1024 bytes. */
function run(args: readonly string[], file: string, blocks: number | 'unlimited'): Promise<Ended> {
  const script = `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`;
  const output = openSync(file, 'w');
  const child = spawn('/bin/sh', ['-c', script, 'sh', process.execPath, cli.program, ...args], {
    env: { PATH: process.env['PATH'], LANG: 'C', HOME: folder, XDG_CONFIG_HOME: folder, TMPDIR: folder },
    stdio: ['ignore', output, 'pipe'],
  });
  closeSync(output);
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, err }));
  });
}

test('results that a disk has room for in part are no success', async () => {
  const file = path.join(folder, 'decoded.json');
  const [header, , signature] = hs256Token.split('.');
  const payloads = Array.from({ length: 200 }, (_, number) => Buffer.from(JSON.stringify({ number })));
  const tokens = payloads
    .map((payload) => `${header}.${payload.toString('base64url')}.${signature}`)
    .join('\n');
  const { code, err } = await run(['decode', '--json', tokens], file, 4);
  expect(statSync(file).size).toBeGreaterThan(1024);
  expect({ code, err }).toEqual({ code: 2, err: 'coze-mint: cannot write standard output (EFBIG)\n' });
});

describe.runIf(process.platform === 'linux')('on /dev/full', () => {
  const refused = 'coze-mint: cannot write standard output (ENOSPC)\n';

  test.each([[['decode', hs256Token]], [['help']], [['--version']], [['completion', 'bash']]])(
    '%j ends with 2 and one line',
    async (args) => {
      expect(await run(args, '/dev/full', 'unlimited')).toEqual({ code: 2, err: refused });
    },
  );

  test('practice Coze ends, and leaves no private key behind', async () => {
    const before = readdirSync(folder);
    const { code, err } = await run(['practice'], '/dev/full', 'unlimited');
    expect([code, err.endsWith(refused)]).toEqual([2, true]);
    expect(readdirSync(folder)).toEqual(before);
  });
});
