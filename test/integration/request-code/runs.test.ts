import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { multipartBody } from '../../../electron/console/multipart-body.ts';
import { endpoints } from '../../../shared/coze/endpoints.ts';
import type { HttpBody, HttpRequest } from '../../../shared/curl/http-request.ts';
import type { SentRequest } from '../../../shared/curl/write-curl.ts';
import { pythonSdkCalls } from '../../../shared/request-code/python-sdk-calls.ts';
import { requestCode } from '../../../shared/request-code/request-code.ts';
import { readCall } from '../../../shared/request-code/sdk-call.ts';
import { sampleRequest } from '../../shared/request-code/sample-request.ts';

const run = promisify(execFile);

interface Received {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

let received: Received | null = null;
let origin = '';
let folder = '';
const answer = 'event: done\ndata: "[DONE] 扣子"\n\n';
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  received = {
    line: `${request.method} ${request.url}`,
    headers: request.headers,
    bytes: Buffer.concat(chunks),
  };
  response.end(answer);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'request-code-'));
  await writeFile(join(folder, 'it\'s "a".txt'), 'FILE');
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const env = { PATH: process.env['PATH'] ?? '', COZE_API_TOKEN: "t0k'en", NO_PROXY: '*' };

const bodies: readonly (readonly [name: string, body: HttpBody | null])[] = [
  ['nothing', null],
  [
    'JSON',
    { kind: 'json', text: '{"a":"it\'s \\"扣\\"\\n","n":[1,null,true]}', contentType: 'application/json' },
  ],
  [
    'JSON with an id as a number',
    { kind: 'json', text: '{"id":7342866812345678901}', contentType: 'application/json' },
  ],
  ['text', { kind: 'text', text: "a=1&b=`$(x)`'\\\n", contentType: 'text/plain' }],
  ['a file', { kind: 'file', path: 'it\'s "a".txt', contentType: 'application/octet-stream' }],
  [
    'a form',
    {
      kind: 'form',
      parts: [
        { kind: 'text', name: 'a"b', text: "it's\\", contentType: null },
        { kind: 'file', name: 'file', path: 'it\'s "a".txt', fileName: null, contentType: 'text/plain' },
        { kind: 'file', name: 'file', path: 'it\'s "a".txt', fileName: '扣.bin', contentType: null },
      ],
    },
  ],
  [
    'a form with types and line ends',
    {
      kind: 'form',
      parts: [
        { kind: 'text', name: 'a"b', text: "it's\\", contentType: null },
        { kind: 'text', name: 'j', text: '{"a":"`$1`"}', contentType: 'application/json' },
        { kind: 'text', name: 'n\n', text: 'one\ntwo\r\nthree\r', contentType: null },
        { kind: 'file', name: 'file', path: 'it\'s "a".txt', fileName: null, contentType: 'Text/Plain' },
        { kind: 'file', name: 'file', path: 'it\'s "a".txt', fileName: 'a"扣.bin', contentType: null },
      ],
    },
  ],
];

const sent = (body: HttpBody | null, kind: SentRequest['answer']): SentRequest => {
  const request: HttpRequest = {
    method: 'POST',
    origin,
    path: '/v1/x%20y',
    query: [
      ['q', "a&b=扣 '"],
      ['q', '2'],
    ],
    headers: [['X-Note', `it's \${x} "\\`]],
    body,
  };
  return { request, hasToken: true, answer: kind };
};

/** The form as the console sends it. */
async function formBytes({ parts }: Extract<HttpBody, { kind: 'form' }>, boundary: string): Promise<Buffer> {
  const file = new TextEncoder().encode('FILE');
  const open = async function* () {
    yield file;
  };
  const { body } = multipartBody(
    parts.map((part) => {
      const head = { name: part.name, contentType: part.contentType ?? undefined };
      return part.kind === 'text'
        ? { ...head, text: part.text }
        : { ...head, fileName: part.fileName ?? part.path, source: { length: file.length, open } };
    }),
    boundary,
  );
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function expectReceived(body: HttpBody | null): Promise<void> {
  if (received === null) throw new Error('nothing was sent');
  expect(received.line).toBe('POST /v1/x%20y?q=a%26b%3D%E6%89%A3%20%27&q=2');
  expect(received.headers.authorization).toBe("Bearer t0k'en");
  expect(received.headers['x-note']).toBe(`it's \${x} "\\`);
  const text = received.bytes.toString();
  if (body?.kind === 'json') {
    // 64-bit ids as text: `JSON.parse` would round both to the same.
    const exact = (json: string) => JSON.parse(json.replace(/\d{16,}/g, '"$&"'));
    expect(exact(text)).toEqual(exact(body.text));
  } else if (body?.kind === 'form') {
    const [, boundary = ''] =
      /^multipart\/form-data; boundary=(\S+)$/.exec(received.headers['content-type'] ?? '') ?? [];
    expect(text.trimEnd()).toBe((await formBytes(body, boundary)).toString().trimEnd());
  } else {
    expect(text).toBe(body === null ? '' : body.kind === 'text' ? body.text : 'FILE');
  }
}

describe('the Node module, run', () => {
  test.each(bodies)('sends %s', async (_, body) => {
    const path = join(folder, 'request.mjs');
    await writeFile(path, requestCode('node', sent(body, 'events'))?.text ?? '');
    received = null;
    const { stdout } = await run(process.execPath, [path], { cwd: folder, env });
    expect(stdout).toBe(answer);
    await expectReceived(body);
  });

  test('saves an answer of bytes', async () => {
    const path = join(folder, 'request.mjs');
    await writeFile(path, requestCode('node', sent(null, 'bytes'))?.text ?? '');
    await run(process.execPath, [path], { cwd: folder, env });
    expect(await readFile(join(folder, 'answer.bin'), 'utf8')).toBe(answer);
  });
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const compileAll =
  'import sys\nfor path in sys.argv[1:]: compile(open(path, encoding="utf-8").read(), path, "exec")';

describe.skipIf(!hasPython())('the Python programs', () => {
  test('are Python', async () => {
    const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
    const bySdk = Object.entries(pythonSdkCalls).map(([key, entry]) => {
      const endpoint = byId.get(key.split('#')[0] ?? '');
      if (endpoint === undefined) throw new Error(key);
      const stream = /chat_v3|tool_outputs/.test(key) ? key.endsWith('#stream') : null;
      return requestCode('python', sampleRequest(endpoint, readCall(entry).parameters, stream));
    });
    const plain = bodies.flatMap(([, body]) =>
      (['text', 'events', 'bytes'] as const).map((kind) => requestCode('python', sent(body, kind))),
    );
    const paths = await Promise.all(
      [...bySdk, ...plain].map(async (code, index) => {
        const path = join(folder, `${index}.py`);
        await writeFile(path, code?.text ?? 'nothing was written');
        return path;
      }),
    );
    await run('python3', ['-c', compileAll, ...paths]);
  });
});
