import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunRequest } from '../../../shared/console-run.ts';
import { openBench, type RunBench, token } from './run-bench.ts';

let bench: RunBench;
let folder: string;
beforeEach(async () => {
  bench = await openBench();
  folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-files-'));
});
afterEach(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function recorder() {
  const received: Received[] = [];
  const at = await bench.serve(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    received.push({ method: request.method, url: request.url, headers: request.headers, body });
    response.end('{"code":0,"msg":""}');
  });
  return { at, received };
}

describe('the body of a request', () => {
  it('as text is sent byte for byte under its type', async () => {
    const { at, received } = await recorder();
    const run = await bench.send(at, {
      method: 'POST',
      body: {
        kind: 'text',
        text: '{"id": 9223372036854775807, "名": "值"}',
        contentType: 'application/json',
      },
    });
    expect(received).toMatchObject([
      {
        body: '{"id": 9223372036854775807, "名": "值"}',
        headers: { 'content-type': 'application/json', 'content-length': '41' },
      },
    ]);
    expect(run.sent).toStrictEqual({ bytes: 41, total: 41 });
  });

  it('has the type that a header of the request names', async () => {
    const { at, received } = await recorder();
    await bench.send(at, {
      method: 'POST',
      headers: [['content-type', 'text/xml']],
      body: { kind: 'text', text: '<a/>', contentType: 'application/json' },
    });
    expect(received[0]?.headers['content-type']).toBe('text/xml');
  });

  it('as a form has its texts and files in their order', async () => {
    const { at, received } = await recorder();
    const file = path.join(folder, '说明 "1".txt');
    await writeFile(file, 'content of the file');
    const { fileId } = await bench.app.engine.addPath(file);
    await bench.send(at, {
      method: 'POST',
      headers: [['Content-Type', 'multipart/form-data']],
      body: {
        kind: 'form',
        parts: [
          { name: 'first', text: 'one' },
          { name: 'file', fileId },
          { name: 'first', text: '二' },
          { name: 'file', fileId, fileName: 'b.md', contentType: 'text/markdown' },
          { name: 'j', text: '{}', contentType: 'application/json' },
        ],
      },
    });
    const [{ headers, body } = { headers: {} as IncomingHttpHeaders, body: '' }] = received;
    const [, boundary = '?'] =
      /^multipart\/form-data; boundary=(.+)$/.exec(headers['content-type'] ?? '') ?? [];
    expect(body.split(`--${boundary}`)).toStrictEqual([
      '',
      '\r\nContent-Disposition: form-data; name="first"\r\n\r\none\r\n',
      '\r\nContent-Disposition: form-data; name="file"; filename="说明 %221%22.txt"\r\nContent-Type: application/octet-stream\r\n\r\ncontent of the file\r\n',
      '\r\nContent-Disposition: form-data; name="first"\r\n\r\n二\r\n',
      '\r\nContent-Disposition: form-data; name="file"; filename="b.md"\r\nContent-Type: text/markdown\r\n\r\ncontent of the file\r\n',
      '\r\nContent-Disposition: form-data; name="j"\r\nContent-Type: application/json\r\n\r\n{}\r\n',
      '--\r\n',
    ]);
  });

  it('as a file has its length', async () => {
    const { at, received } = await recorder();
    const { fileId, name, size } = await bench.app.call('console.addFile', {
      name: 'voice.wav',
      base64: Buffer.from('RIFF').toString('base64'),
    });
    expect([name, size]).toStrictEqual(['voice.wav', 4]);
    await bench.send(at, { method: 'PUT', body: { kind: 'file', fileId, contentType: 'audio/wav' } });
    expect(received).toMatchObject([
      { body: 'RIFF', headers: { 'content-type': 'audio/wav', 'content-length': '4' } },
    ]);
  });

  it('as a file that is gone since fails, and says which', async () => {
    const file = path.join(folder, 'gone.txt');
    await writeFile(file, 'x');
    const { fileId } = await bench.app.engine.addPath(file);
    await rm(file);
    const { at } = await recorder();
    const request = await bench.request(at, {
      method: 'POST',
      body: { kind: 'file', fileId, contentType: 'text/plain' },
    });
    expect(await bench.app.problem('console.start', { request })).toMatchObject({
      code: 'console/file-unreadable',
      params: { name: 'gone.txt', reason: 'ENOENT' },
    });
  });

  it('as a file that gets shorter while it is sent fails, and says which', async () => {
    const file = path.join(folder, 'shrinking.bin');
    await writeFile(file, Buffer.alloc(16 * 1024 * 1024));
    const { fileId } = await bench.app.engine.addPath(file);
    const at = await bench.serve(async (request) => {
      request.once('data', async () => {
        request.pause();
        await truncate(file, 1024 * 1024);
        request.resume();
      });
    });
    const run = await bench.send(at, {
      method: 'PUT',
      body: { kind: 'file', fileId, contentType: 'text/plain' },
    });
    expect(run).toMatchObject({
      stage: 'failed',
      problem: { code: 'console/file-unreadable', params: { name: 'shrinking.bin', reason: 'shorter' } },
    });
  });

  it('that is answered before it is sent to its end has its answer', async () => {
    const { fileId } = await bench.app.engine.addUpload(
      'big.bin',
      Readable.from([Buffer.alloc(16 * 1024 * 1024)]),
    );
    const at = await bench.serve((request, response) => {
      response.writeHead(413);
      response.end('{"code":4000,"msg":"too large"}', () => request.resume());
    });
    const run = await bench.send(at, {
      method: 'PUT',
      body: { kind: 'file', fileId, contentType: 'text/plain' },
    });
    expect(run).toMatchObject({ stage: 'done', head: { status: 413 }, envelope: { code: 4000 } });
  });

  it('is no folder', async () => {
    await expect(bench.app.engine.addPath(folder)).rejects.toMatchObject({
      problem: { code: 'console/file-unreadable' },
    });
  });
});

describe('a request that is not in order', () => {
  const unsendable: readonly (readonly [string, Partial<RunRequest>, object])[] = [
    [
      'has a file that nobody chose',
      { body: { kind: 'file', fileId: 'unknown', contentType: '' } },
      { code: 'console/file-gone' },
    ],
    [
      'sets the credential itself beside the token',
      { headers: [['Authorization', 'Bearer x']] },
      { code: 'input/two-credentials' },
    ],
    [
      'leaves the host of its region',
      { target: { kind: 'region', path: '//evil.example/' } },
      { code: 'http/url-refused' },
    ],
    [
      'goes over plain http',
      { target: { kind: 'url', url: 'http://api.example/', withToken: false } },
      { code: 'http/url-refused', params: { url: 'api.example' } },
    ],
    [
      'names a user',
      { target: { kind: 'url', url: 'https://me:you@api.example/', withToken: false } },
      { code: 'http/url-refused' },
    ],
    ['is no URL', { target: { kind: 'url', url: 'x', withToken: false } }, { code: 'http/url-refused' }],
    [
      'would send the token to an origin that nobody allowed',
      { target: { kind: 'url', url: 'https://api.example/x', withToken: true } },
      { code: 'console/token-origin', params: { origin: 'https://api.example' } },
    ],
    [
      'has a token that is gone',
      { source: { kind: 'token', tokenId: 'unknown' } },
      { code: 'token/not-found' },
    ],
  ];

  it.each(unsendable)('because it %s is refused at once', async (_why, changes, problem) => {
    const request = await bench.request('http://127.0.0.1:9', changes);
    expect(await bench.app.problem('console.start', { request })).toMatchObject(problem);
    expect(await bench.app.call('console.runs', null)).toStrictEqual([]);
  });
});

describe('a request to another place', () => {
  it('goes without the token unless it is asked for and allowed', async () => {
    const { at, received } = await recorder();
    const elsewhere = await bench.request('http://127.0.0.1:9');
    const to = (withToken: boolean) => ({
      ...elsewhere,
      target: { kind: 'url', url: `${at}/x?a=1`, withToken } as const,
      query: [['b', '2 3']] as [string, string][],
    });
    const run = await bench.ended(await bench.start(to(false)));
    expect(run).toMatchObject({ stage: 'done', url: `${at}/x?a=1&b=2%203`, tokenId: null });
    expect((await bench.app.problem('console.start', { request: to(true) })).code).toBe(
      'console/token-origin',
    );
    await bench.app.call('settings.change', { tokenOrigins: [at] });
    expect(await bench.ended(await bench.start(to(true)))).toMatchObject({ stage: 'done' });
    expect(received.map(({ headers }) => headers.authorization)).toStrictEqual([
      undefined,
      `Bearer ${token}`,
    ]);
  });

  it('has a credential of its own where no token goes, which stands in nothing that is shown of the answer', async () => {
    const received: IncomingHttpHeaders[] = [];
    const at = await bench.serve(({ headers }, response) => {
      received.push(headers);
      response.setHeader('X-You-Sent', headers.authorization ?? '');
      response.end(JSON.stringify({ code: 0, msg: headers.cookie, data: headers.authorization }));
    });
    const own: RunRequest['headers'] = [
      ['Authorization', 'Basic bWU6bG9uZ3NlY3JldA=='],
      ['Cookie', 'sid=longsecret1'],
    ];
    const target = { kind: 'url', url: `${at}/x`, withToken: false } as const;
    const run = await bench.send(at, { target, headers: own });
    expect(run).toMatchObject({ stage: 'done', tokenId: null });
    expect(received[0]).toMatchObject({
      authorization: 'Basic bWU6bG9uZ3NlY3JldA==',
      cookie: 'sid=longsecret1',
    });
    const said = JSON.stringify(run) + (await bench.textOf(run));
    for (const secret of ['bWU6bG9uZ3NlY3JldA==', 'longsecret1']) expect(said).not.toContain(secret);
  });

  it('that is the API of the token itself has it when it is asked for', async () => {
    const { at, received } = await recorder();
    await bench.send(at, { target: { kind: 'url', url: `${at}/x`, withToken: true } });
    expect(received[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });
});

describe('what is kept of answers on the disk', () => {
  const passing = async () => readdir(path.join(bench.machine.folder, 'passing')).catch(() => []);

  it('goes when its run is dropped, and all of it at the end', async () => {
    const at = await bench.serve((_request, response) => response.end(Buffer.alloc(9 * 1024 * 1024)));
    const first = await bench.send(at);
    await bench.send(at);
    expect(await passing()).toHaveLength(2);
    await bench.app.call('console.dropRun', { runId: first.runId });
    expect(await passing()).toHaveLength(1);
    await bench.app.engine.close();
    expect(await passing()).toStrictEqual([]);
  });

  it('goes at the next start when the app was killed', async () => {
    const at = await bench.serve((_request, response) => response.end(Buffer.alloc(9 * 1024 * 1024)));
    await bench.send(at);
    const [left] = await passing();
    const next = await bench.machine.start();
    await next.call('console.addFile', { name: 'x', base64: '' });
    expect(await passing()).not.toContain(left);
    await next.quit();
  });
});
