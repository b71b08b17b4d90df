import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type CozeLikeServer, json, sse, startCozeLikeServer } from './coze-like-server.ts';
import { type Running, runCli, startCli } from './run-cli.ts';

const token = 'czs_0123456789abcdefghijklmnop';
const folder = mkdtempSync(path.join(tmpdir(), 'coze-mint-call-test-'));
const cli = inject('cli');
let coze: CozeLikeServer;

beforeAll(async () => {
  coze = await startCozeLikeServer();
});
afterAll(async () => {
  await coze.close();
  rmSync(folder, { recursive: true });
});

const env = () => ({ COZE_TOKEN: token, COZE_API_BASE: coze.url });
const call = (args: readonly string[], stdin = '') => runCli(cli, ['call', ...args], stdin, env());
const file = (name: string) => path.join(folder, name);

/** What the last line of standard error says of a failure. */
const problemIn = (err: string) => JSON.parse(err.trimEnd().split('\n').at(-1) ?? '').problem;

describe('a request', () => {
  test('is sent as it was asked for, with the token', async () => {
    coze.answer(json('{"code":0,"msg":""}'));
    const args = [
      'POST',
      '/v1/bots/:bot_id',
      '--path',
      'bot_id=7 3/x',
      '--query',
      'a=1=2',
      '--query',
      'a=中',
    ];
    const body = '{"bot_id":7342866812345678901, "x":1.50}';
    const { code } = await call([...args, '--header', 'Agw-Js-Conv: str', '--data', body]);
    expect(code).toBe(0);
    const [request] = coze.seen;
    expect(request).toMatchObject({
      method: 'POST',
      url: '/v1/bots/7%203%2Fx?a=1%3D2&a=%E4%B8%AD',
      headers: {
        authorization: `Bearer ${token}`,
        'agw-js-conv': 'str',
        'content-type': 'application/json',
      },
    });
    expect(request?.body.toString()).toBe(body);
  });

  test('goes without a token, or with a credential of its own, whatever the environment holds', async () => {
    coze.answer(json('{"code":0}'));
    const own = ['--header', 'Authorization: Basic dTpw'];
    expect((await call(['GET', '/x', '--no-token'])).code).toBe(0);
    expect((await call(['GET', '/x', '--no-token', ...own])).code).toBe(0);
    expect(coze.seen.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Basic dTpw']);
  });

  test('is named by the id of an endpoint', async () => {
    coze.answer(json('{"code":0}'));
    expect((await call(['get_metadata_draft_published', '--path', 'bot_id=73'])).code).toBe(0);
    expect(coze.seen[0]).toMatchObject({ method: 'GET', url: '/v1/bots/73' });
  });

  test('takes its body from a file or from standard input, byte for byte', async () => {
    coze.answer(json('{"code":0}'));
    const bytes = '{ "a" : "\\u4f60" }\n';
    writeFileSync(file('body.json'), bytes);
    await call(['POST', '/x', '--data', `@${file('body.json')}`]);
    await call(['POST', '/x', '--data', '@-'], bytes);
    expect(coze.seen.map(({ body }) => body.toString())).toEqual([bytes, bytes]);
  });

  test('sends files as a form, and the members of the data as its fields', async () => {
    coze.answer(json('{"code":0}'));
    const content = Buffer.alloc(300_000, 7);
    writeFileSync(file('a.bin'), content);
    const fields = '{"voice_name":"声音","group_id":7342866812345678901}';
    const { code } = await call(['clone_voices', '--file', `file=@${file('a.bin')}`, '--data', fields]);
    expect(code).toBe(0);
    const [request] = coze.seen;
    const headers = { 'content-type': request?.headers['content-type'] ?? '' };
    const form = await new Response(Uint8Array.from(request?.body ?? []), { headers }).formData();
    expect([form.get('voice_name'), form.get('group_id')]).toEqual(['声音', '7342866812345678901']);
    const sent = form.get('file') as File;
    expect(sent.name).toBe('a.bin');
    expect(Buffer.from(await sent.arrayBuffer()).equals(content)).toBe(true);
  });

  test.runIf(process.platform !== 'win32')('sends what a pipe gives, up to its end', async () => {
    coze.answer(json('{"code":0}'));
    const words = Array.from({ length: 200 }, (_, index) => `line ${index}`).join('\n');
    const script = 'exec "$0" "$1" call POST /x --file file=@<(printf %s "$2")';
    const ended = execFile('bash', ['-c', script, process.execPath, cli.program, words], {
      env: { ...env(), PATH: process.env['PATH'] },
    });
    const [code] = await once(ended, 'close');
    expect(code).toBe(0);
    const [request] = coze.seen;
    const headers = { 'content-type': request?.headers['content-type'] ?? '' };
    const form = await new Response(Uint8Array.from(request?.body ?? []), { headers }).formData();
    expect(await (form.get('file') as File).text()).toBe(words);
    const { code: endless, err } = await call(['POST', '/x', '--file', 'file=@/dev/zero']);
    expect(endless).toBe(2);
    expect(err).toContain('cannot send /dev/zero: a pipe or a device may give at most 67108864 bytes');
    expect((await call(['POST', '/x', '--file', `file=@${folder}`])).err).toContain('EISDIR');
  });

  test.each([
    [['POST', '/x', '--data', '{"a":1,}'], '--data is not JSON: line 1, column 8'],
    [['get_metadata_draft_published'], '--path bot_id='],
    [['chat_v33'], 'like it: chat_v3'],
    [['streaming_chat_api'], 'cannot be called from here'],
    [['FETCH', '/x'], 'METHOD cannot be "FETCH"'],
    [['GET', 'x'], 'PATH cannot be "x"'],
    [['GET', '//evil.example/x'], 'PATH is wrong'],
    [['GET', '/a/../b'], 'PATH is wrong'],
    [['GET', '/x', '--header', 'Authorization: Bearer x'], '--no-token'],
    [['GET', '/x', '--file', 'file=@/does/not/exist'], 'ENOENT'],
    [['GET', '/x', '--json', '--text'], '--json and --text'],
    [['GET', '/x', '--token', 'czs_1', '--app', 'x'], '--token and --app'],
    [['GET', '/x', '--no-token', '--token', 'czs_1'], '--no-token and --token'],
    [['GET', '/x', '--no-token', '--app', 'x'], '--no-token and --app'],
    [['GET', '/x', '--region', 'http://coze.example'], ''],
    [[], 'say what to call'],
  ])('%j is wrong usage, and nothing is sent', async (args, words) => {
    coze.answer(json('{"code":0}'));
    const { code, out, err } = await call(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(coze.seen).toEqual([]);
  });

  test('a token without a region goes nowhere', async () => {
    const { code, err } = await runCli(cli, ['call', 'GET', '/x'], '', { COZE_TOKEN: token });
    expect([code, err]).toMatchObject([2, expect.stringContaining('--region is missing')]);
    expect((await runCli(cli, ['call', 'GET', '/x', '--region', 'cn'])).code).toBe(2);
  });

  test('the token does not follow a redirect to another origin', async () => {
    const other = await startCozeLikeServer();
    coze.answer((response) => response.writeHead(307, { location: `${other.url}/x` }).end());
    const { code, out, err } = await call(['POST', '/x', '--data', '{}']);
    expect([code, out]).toEqual([3, '']);
    expect(err).not.toContain(token);
    expect(other.seen).toEqual([]);
    await other.close();
  });

  test('a redirect on the same origin keeps a form', async () => {
    writeFileSync(file('b.bin'), 'bytes');
    coze.answer((response, request) => {
      if (request.url === '/x') response.writeHead(307, { location: '/y' }).end();
      else response.end('{"code":0}');
    });
    expect((await call(['POST', '/x', '--file', `f=@${file('b.bin')}`])).code).toBe(0);
    expect(coze.seen.map(({ url }) => url)).toEqual(['/x', '/y']);
    expect(coze.seen[1]?.body.equals(coze.seen[0]?.body ?? Buffer.of())).toBe(true);
  });
});

describe('an answer', () => {
  test('keeps every digit, laid out for a person and on one line for a program', async () => {
    coze.answer(json('{"code":0,"data":{"id":7342866812345678901,"n":1.50}}'));
    expect((await call(['GET', '/x'])).out).toBe(
      '{\n  "code": 0,\n  "data": {\n    "id": 7342866812345678901,\n    "n": 1.50\n  }\n}\n',
    );
    expect((await call(['GET', '/x', '--json'])).out).toBe(
      '{"code":0,"data":{"id":7342866812345678901,"n":1.50}}\n',
    );
  });

  test.each([
    [
      401,
      '{"code":4100,"msg":"authentication is invalid"}',
      'HTTP 401, code 4100: authentication is invalid',
    ],
    [200, '{"code":4101,"msg":"no permission"}', 'HTTP 200, code 4101'],
    [502, 'bad gateway', 'HTTP 502'],
  ])('HTTP %i with %s is a no', async (status, body, words) => {
    coze.answer(json(body, status));
    const { code, out, err } = await call(['GET', '/x', '--output', file('refused')]);
    expect(code).toBe(1);
    expect(out).not.toBe('');
    expect(err).toContain(words);
    expect(err).toContain('LOG1');
    expect(existsSync(file('refused'))).toBe(false);
  });

  test.each([
    [401, '{"code":4100,"msg":"bad token","detail":{"logid":"L"}}', { code: 4100, message: 'bad token' }],
    [200, '{"code":4101,"msg":"no permission"}', { code: 4101, message: 'no permission' }],
    [502, 'bad gateway', {}],
  ])('HTTP %i with %s is a problem that a program can read', async (status, body, said) => {
    coze.answer(json(body, status));
    const { code, out, err } = await call(['GET', '/x', '--json', '--include']);
    expect([code, out]).toEqual([1, `${status === 502 ? JSON.stringify(body) : body}\n`]);
    expect(problemIn(err)).toEqual({
      code: 'call/refused',
      params: { status, reason: 'code' in said ? 'code' : 'status', ...said },
      remedies: [],
      server: {
        status,
        logId: 'LOG1',
        contentType: 'application/json',
        at: expect.any(Number),
        serverTime: expect.any(Number),
        body,
      },
    });
    expect((await call(['GET', '/x'])).err).not.toContain('{');
  });

  test('binary that was refused is a problem that a program can read', async () => {
    coze.answer((response) => response.writeHead(403, { 'content-type': 'audio/mpeg' }).end(Buffer.of(0, 1)));
    const { code, out, err } = await call(['GET', '/x', '--json']);
    expect([code, out]).toEqual([1, '']);
    expect(problemIn(err)).toMatchObject({ code: 'call/refused', params: { status: 403, reason: 'status' } });
  });

  test.each([
    ['text/plain; charset=gbk', Buffer.from('c4e3bac3', 'hex'), '你好'],
    ['text/plain', Buffer.from('\ufeff你好', 'utf16le'), '你好'],
  ])('text as %s is read by its charset or its mark', async (type, bytes, text) => {
    coze.answer((response) => response.writeHead(200, { 'content-type': type }).end(bytes));
    expect(await call(['GET', '/x'])).toEqual({ code: 0, out: text, err: '' });
  });

  test('--include says status and headers on standard error', async () => {
    coze.answer(json('{"code":0}'));
    const { out, err } = await call(['GET', '/x', '--include', '--json']);
    expect(out).toBe('{"code":0}\n');
    expect(err).toMatch(/^HTTP 200 OK\ncontent-type: application\/json\nx-tt-logid: LOG1\n/);
  });

  test('binary goes to a file or a pipe, byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    coze.answer((response) => response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(bytes));
    expect(await call(['GET', '/x', '--output', file('speech.mp3')])).toMatchObject({
      code: 0,
      out: '',
      err: '',
    });
    expect(readFileSync(file('speech.mp3')).equals(bytes)).toBe(true);
    const args = [cli.program, 'call', 'GET', '/x'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: env(), encoding: 'buffer' });
    expect(stdout.equals(bytes)).toBe(true);
  });

  test('binary is no text and no JSON', async () => {
    coze.answer((response) =>
      response.writeHead(200, { 'content-type': 'audio/wav' }).end(Buffer.of(0, 255)),
    );
    for (const form of ['--json', '--text']) {
      const { code, out, err } = await call(['GET', '/x', form]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(
        'the answer is binary (audio/wav): it has no text and is no JSON; give --output FILE',
      );
      expect((await call(['GET', '/x', form, '--output', file('a.wav')])).code).toBe(0);
      expect([...readFileSync(file('a.wav'))]).toEqual([0, 255]);
    }
  });

  test('goes to the file in the form that was chosen', async () => {
    const answer = '{ "code":0, "data":[{"type":"answer","content":"你好"}] }';
    coze.answer(json(answer));
    for (const [form, expected] of [
      [[], answer],
      [['--json'], `${answer.replaceAll(' ', '')}\n`],
      [['--text'], '你好\n'],
    ] as const) {
      const args = ['GET', '/x', ...form, '--output', file('chosen')];
      expect(await call(args)).toEqual({ code: 0, out: '', err: '' });
      expect(readFileSync(file('chosen'), 'utf8')).toBe(expected);
    }
    coze.answer(json('{"code":0}'));
    expect((await call(['GET', '/x', '--text', '--output', file('chosen')])).code).toBe(1);
    expect(readFileSync(file('chosen'), 'utf8')).toBe('你好\n');
  });

  test('that breaks off leaves the file as it was', async () => {
    writeFileSync(file('kept.bin'), 'before');
    coze.answer((response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': '100000' });
      response.write(Buffer.alloc(1000), () => response.destroy());
    });
    const { code } = await call(['GET', '/x', '--output', file('kept.bin')]);
    expect(code).toBe(3);
    expect(readFileSync(file('kept.bin'), 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('a server that is not there is exit code 3', async () => {
    const gone = { COZE_TOKEN: token, COZE_API_BASE: 'http://127.0.0.1:9' };
    expect((await runCli(cli, ['call', 'GET', '/x'], '', gone)).code).toBe(3);
  });
});

describe('a stream', () => {
  const delta = (content: string) =>
    `event:conversation.message.delta\ndata:{"id":"1","type":"answer","content":"${content}","bot_id":7342866812345678901}\n\n`;
  const completed =
    'event:conversation.message.completed\ndata:{"id":"1","type":"answer","content":"你好"}\n\n';
  const chat = `${delta('你')}event:PING\ndata:\n\n${delta('好')}${completed}`;

  test.each(['event:done\ndata:[DONE]\n\n', 'event:done\ndata:"[DONE]"\n\n', 'event: Done\ndata: {}\n\n'])(
    'that ends with %j is done',
    async (end) => {
      coze.answer(sse(chat + end));
      const { code, out, err } = await call(['POST', '/v3/chat']);
      expect([code, err]).toEqual([0, '']);
      expect(out.split('\n\n')).toHaveLength(6);
      expect(out).toContain(
        'event: conversation.message.delta\ndata: {"id":"1","type":"answer","content":"你"',
      );
    },
  );

  test('is one line of JSON an event, digit for digit', async () => {
    coze.answer(sse(`${chat}id: 3\ndata: [DONE]\n\n`));
    const { code, out } = await call(['POST', '/v3/chat', '--json']);
    expect(code).toBe(0);
    expect(out).toContain('"bot_id":7342866812345678901');
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).event)).toEqual([
      'conversation.message.delta',
      'PING',
      'conversation.message.delta',
      'conversation.message.completed',
      '',
    ]);
    expect(lines.at(-1)).toBe('{"event":"","id":"3","data":"[DONE]"}');
  });

  test('--text prints the message and a newline', async () => {
    coze.answer(sse(`${chat}event:done\ndata:[DONE]\n\n`));
    expect(await call(['POST', '/v3/chat', '--text'])).toEqual({ code: 0, out: '你好\n', err: '' });
  });

  test('goes to the file in the form that was chosen', async () => {
    const text = `${chat}event:done\ndata:[DONE]\n\n`;
    coze.answer(sse(text));
    const written = async (...form: readonly string[]) => {
      const args = ['POST', '/v3/chat', ...form, '--output', file('stream')];
      expect(await call(args)).toEqual({ code: 0, out: '', err: '' });
      return readFileSync(file('stream'), 'utf8');
    };
    expect(await written()).toBe(text);
    expect(await written('--text')).toBe('你好\n');
    expect((await written('--json')).split('\n').filter((line) => line.startsWith('{"event":'))).toHaveLength(
      5,
    );
    rmSync(file('stream'));
  });

  test('is printed event by event, wherever the bytes are cut', async () => {
    let goOn: () => void = () => undefined;
    const bytes = Buffer.from(`${delta('你')}${delta('好')}event:done\ndata:[DONE]\n\n`);
    const first = Buffer.byteLength(delta('你'));
    coze.answer((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const byte of bytes.subarray(0, first)) response.write(Buffer.of(byte));
      goOn = () => response.end(bytes.subarray(first));
    });
    const running = startCli(cli, ['call', 'POST', '/v3/chat', '--json'], '', env());
    expect(JSON.parse(await running.firstLine).data.content).toBe('你');
    goOn();
    expect((await running.ended).code).toBe(0);
  });

  test.each([
    ['event:error\ndata:{"code":4016,"msg":"busy"}\n\n', 1, 'code 4016: busy'],
    [
      'event:conversation.chat.failed\ndata:{"last_error":{"code":4028,"msg":"quota"}}\n\nevent:done\ndata:[DONE]\n\n',
      1,
      'code 4028: quota',
    ],
    ['id: 0\nevent: Error\ndata: {"error_code":5000,"error_message":"down"}\n\n', 1, 'code 5000: down'],
    ['', 1, 'ended without saying that it is done'],
    [
      'event:conversation.chat.requires_action\ndata:{}\n\nevent:done\ndata:[DONE]\n\n',
      0,
      'chat_submit_tool_outputs',
    ],
    ['event: Interrupt\ndata: {}\n\nevent: Done\ndata: {}\n\n', 0, 'workflow_resume'],
  ])('that goes on with %j is exit code %i', async (rest, expected, words) => {
    coze.answer(sse(delta('你') + rest));
    const { code, out, err } = await call(['POST', '/v3/chat', '--text']);
    expect([code, out]).toEqual([expected, '你\n']);
    expect(err).toContain(words);
  });

  test.each([
    [
      'event:error\ndata:{"code":4016,"msg":"busy"}\n\n',
      'call/stream-failed',
      { reason: 'code', code: 4016, message: 'busy' },
    ],
    ['event:error\ndata:down\n\n', 'call/stream-failed', { reason: 'message', message: 'down' }],
    ['', 'call/stream-unfinished', {}],
  ])('that goes on with %j is the problem %s for a program', async (rest, problem, params) => {
    coze.answer(sse(delta('你') + rest));
    for (const output of [[], ['--output', file('unfinished')]]) {
      const { code, err } = await call(['POST', '/v3/chat', '--json', ...output]);
      expect(code).toBe(1);
      expect(problemIn(err)).toMatchObject({ code: problem, params, server: { status: 200, body: '' } });
    }
  });

  test('that was refused is one problem, with what it said', async () => {
    coze.answer((response) =>
      response
        .writeHead(401, { 'content-type': 'text/event-stream' })
        .end('event:error\ndata:{"code":4100,"msg":"bad token"}\n\n'),
    );
    const { code, out, err } = await call(['POST', '/v3/chat', '--json']);
    expect([code, out]).toEqual([1, '{"event":"error","id":null,"data":{"code":4100,"msg":"bad token"}}\n']);
    expect(problemIn(err)).toMatchObject({ code: 'call/refused', params: { status: 401, code: 4100 } });
    expect(err).not.toContain('call/stream');
  });

  test('that breaks off is exit code 3, and what came stands there', async () => {
    coze.answer((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(delta('你'), () => response.destroy());
    });
    const { code, out } = await call(['POST', '/v3/chat', '--text']);
    expect([code, out]).toEqual([3, '你']);
  });

  test.each(['application/json', 'text/event-stream', 'text/plain'])(
    'in whose place JSON comes as %s is a no',
    async (type) => {
      coze.answer((response) =>
        response.writeHead(200, { 'content-type': type }).end('{"code":4100,"msg":"x"}'),
      );
      const { code, out, err } = await call(['POST', '/v3/chat', '--json']);
      expect([code, out]).toEqual([1, '{"code":4100,"msg":"x"}\n']);
      expect(err).toContain('code 4100');
    },
  );

  function endless(): { readonly running: (...args: readonly string[]) => Running } {
    coze.answer((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const more = () => response.write(delta('x'), () => setImmediate(more));
      more();
      response.on('error', () => undefined);
    });
    return { running: (...args) => startCli(cli, ['call', 'POST', '/v3/chat', ...args], '', env()) };
  }

  test('without an end is ended by Ctrl+C', async () => {
    const running = endless().running();
    await running.firstLine;
    running.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
  });

  test('into a file is ended by Ctrl+C, and the file is not there', async () => {
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    coze.answer((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(delta('x'), () => isAsked());
    });
    const args = ['call', 'POST', '/v3/chat', '--output', file('stream')];
    const running = startCli(cli, args, '', env());
    await asked;
    running.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
    expect(readdirSync(folder).filter((name) => name.startsWith('stream'))).toEqual([]);
  });

  test('ends quietly when its reader goes away', async () => {
    const running = endless().running();
    await running.firstLine;
    running.closeOutput();
    expect(await running.ended).toMatchObject({ code: 0, err: '' });
  });
});
