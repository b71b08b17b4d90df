import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HttpBody, HttpRequest } from '../../../shared/curl/http-request.ts';
import { splitPosix } from '../../../shared/curl/split-posix.ts';
import { writeCurl } from '../../../shared/curl/write-curl.ts';
import { anyRequest } from '../../shared/curl/requests.ts';

const run = promisify(execFile);

interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
}

const received: Received[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  received.push({ method, url, headers, bytes: Buffer.concat(chunks) });
  response.end('{}');
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  LC_ALL: 'C.UTF-8',
  COZE_API_TOKEN: "t0k'en $x",
  NO_PROXY: '*',
};

/** Text fragments with all that a shell gives a meaning to. */
const fragment = fc.oneof(
  fc.constantFrom(
    "'it is'",
    '"a b"',
    '"\\$x \\" \\\\ \\n"',
    "$'\\t\\x41\\u6263\\'\\\\ \\101\\n'",
    '\\ ',
    "\\'",
    '\\"',
  ),
  fc.constantFrom(
    'a=b',
    '{"x":1}',
    'é扣😀',
    '"{\'q\'}"',
    '\'{"q":"#"}\'',
    '#x',
    '*',
    '~',
    '--',
    '\\\n',
    '  ',
    '$"z"',
    "''",
  ),
);

describe('a POSIX shell', () => {
  test('splits a command as it is split here', async () => {
    const commands = fc
      .sample(fc.array(fragment, { minLength: 1, maxLength: 9 }), 300)
      .map((parts) => parts.join(''));
    // `set -f`: no file names for `*`; braces and tildes alone mean nothing.
    const script = commands.map((command) => `w x${command}\nprintf '\\n\\0'`).join('\n');
    const { stdout } = await run('bash', ['-c', `set -f; HOME='~'; w() { printf '<%s>' "$@"; }\n${script}`], {
      env,
    });
    const expected = stdout.split('\n\0').slice(0, -1);
    const split = commands.map((command) => splitPosix(`w x${command}`, 1, new Map()).words);
    expect(split.map((words) => words.map(({ text }) => `<${text}>`).join(''))).toEqual(expected);
  });
});

function contentTypeOf(body: HttpBody): string | null {
  return body.kind === 'form' ? 'multipart/form-data' : body.contentType;
}

async function formOf({ bytes, headers }: Received): Promise<readonly unknown[]> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();
  return [...form].map(([name, value]) => [name, value]);
}

/** What a server gets; files are left out, for they are not there. */
const sendable = anyRequest.filter(
  ({ method, body }) =>
    method !== 'HEAD' &&
    body?.kind !== 'file' &&
    !(body?.kind === 'form' && body.parts.some(({ kind }) => kind === 'file')),
);

function oneOfEach(requests: readonly HttpRequest[]): readonly HttpRequest[] {
  return requests.map((request) => ({ ...request, origin, path: '/v1/x' }));
}

describe('the exported command, run by bash with curl', () => {
  test('sends the request that it was written for', async () => {
    const requests = oneOfEach(fc.sample(sendable, 40));
    const script = requests
      .map((request) => writeCurl({ request, hasToken: true, answer: 'events' }, 'posix') ?? 'exit 9')
      .join('\n');
    received.length = 0;
    await run('bash', ['-c', script], { env });
    expect(received).toHaveLength(requests.length);
    for (const [index, got] of received.entries()) {
      const request = requests[index];
      if (request === undefined) continue;
      const { method, query, headers, body } = request;
      expect(got.method).toBe(method);
      expect([...new URL(got.url, origin).searchParams]).toEqual(query);
      expect(got.headers.authorization).toBe(`Bearer ${env.COZE_API_TOKEN}`);
      for (const [name] of headers) {
        const values = headers.filter(([other]) => other.toLowerCase() === name.toLowerCase());
        const bytes = Buffer.from(String(got.headers[name.toLowerCase()]), 'latin1');
        expect(bytes.toString()).toBe(values.map(([, value]) => value).join(', '));
      }
      if (body === null) continue;
      const type = contentTypeOf(body);
      expect(got.headers['content-type']?.split(body.kind === 'form' ? ';' : '\0')[0]).toBe(
        type ?? undefined,
      );
      if (body.kind === 'json' || body.kind === 'text') expect(got.bytes.toString()).toBe(body.text);
      if (body.kind === 'form') {
        const texts = body.parts.map((part) => [
          part.name,
          part.kind === 'text' ? part.text.replaceAll('\n', '\r\n') : '',
        ]);
        const form = await formOf(got);
        expect(form.map((pair) => JSON.stringify(pair).replaceAll('\\r\\n', '\\n'))).toEqual(
          texts.map((pair) => JSON.stringify(pair).replaceAll('\\r\\n', '\\n')),
        );
      }
    }
  });
});
