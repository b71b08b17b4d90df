import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFromFolder } from '../../../electron/screens/answer-from-folder.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'coze-mint-screens-'));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), '<!doctype html><html><head><title>x</title></head></html>');
  await writeFile(join(root, 'assets/main.js'), 'export {};');
  await writeFile(join(root, 'notes.exe'), 'x');
});
afterAll(() => rm(root, { recursive: true }));

const ask = (path: string, method = 'GET') =>
  answerFromFolder(root, new Request(`app://coze-mint${path}`, { method }));

const nonceIn = (text: string | null) => /nonce[-="]+([A-Za-z0-9+/]{22}==)/.exec(text ?? '')?.[1];

describe('answerFromFolder', () => {
  it('gives a file with its type', async () => {
    const answer = await ask('/assets/main.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await answer.text()).toBe('export {};');
  });

  it('tells the page the nonce of its policy', async () => {
    const answer = await ask('/');
    const page = await answer.text();
    const nonce = nonceIn(answer.headers.get('content-security-policy'));
    expect(nonce).toBeDefined();
    expect(page).toContain(`<head><meta property="csp-nonce" nonce="${nonce}"><title>`);
  });

  it('never gives a nonce twice', async () => {
    const [one, other] = [await ask('/'), await ask('/')];
    const nonces = [one, other].map(({ headers }) => nonceIn(headers.get('content-security-policy')));
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it.each(['/missing.js', '/assets', '/notes.exe', '/..%2fsecret.js'])('has no %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toBe('');
  });

  it.each(['POST', 'HEAD', 'DELETE'])('refuses %s', async (method) => {
    expect((await ask('/index.html', method)).status).toBe(405);
  });
});
