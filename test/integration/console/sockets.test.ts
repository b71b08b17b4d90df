import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../shared/bridge.ts';
import type { ConsoleSocket } from '../../../shared/console-socket.ts';
import { openBench, type RunBench, token } from './run-bench.ts';
import { frame, type ServerSocket, takeSocket } from './socket-server.ts';

let bench: RunBench;
let servers: Server[];
beforeEach(async () => {
  servers = [];
  bench = await openBench();
});
afterEach(async () => {
  await bench.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

type Upgrade = (request: IncomingMessage, socket: Duplex) => void;

async function serve(upgrade: Upgrade): Promise<string> {
  const server = createServer();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => undefined);
    upgrade(request, socket);
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function connect(at: string, changes: Partial<CallInput<'console.connect'>['request']> = {}) {
  const { source } = await bench.request(at);
  const { socketId } = await bench.app.call('console.connect', {
    request: {
      source,
      endpointId: 'asr_api',
      path: '/v1/chat',
      query: [['bot_id', '7']],
      variableSetId: null,
      ...changes,
    },
  });
  return socketId;
}

function reached(socketId: string, isReached: (socket: ConsoleSocket) => boolean): Promise<ConsoleSocket> {
  const { app } = bench;
  return new Promise((resolve) => {
    const look = () => {
      const last = app.events.findLast(
        (event) => event.name === 'consoleSocket' && event.payload.socket.socketId === socketId,
      );
      if (last?.name !== 'consoleSocket' || !isReached(last.payload.socket)) return;
      unsubscribe();
      resolve(last.payload.socket);
    };
    const unsubscribe = app.engine.subscribe(look);
    look();
  });
}

const isOpen = ({ stage }: ConsoleSocket) => stage === 'open';
const isOver = ({ stage }: ConsoleSocket) => ['closed', 'failed', 'cancelled'].includes(stage);

const messagesOf = async (socketId: string) =>
  (await bench.app.call('console.messages', { socketId, from: 0, limit: 10_000 })).map(
    ({ direction, kind, data }) => [direction, kind, data],
  );

/** Resolves when the other side has ended the connection. */
const left = (socket: Duplex) =>
  new Promise<void>((resolve) => {
    if (socket.readableEnded || socket.closed) resolve();
    socket.once('end', resolve).once('close', resolve);
  });

const echo: Upgrade = (request, socket) => {
  takeSocket(request, socket, (data, server) => server.send(data));
};

describe('a WebSocket', () => {
  it('is connected with the token, says what goes in and out, and is closed', async () => {
    let asked: IncomingMessage | undefined;
    const at = await serve((request, socket) => {
      asked = request;
      takeSocket(request, socket, (data, server) => server.send(`${token} ${data}`));
    });
    const socketId = await connect(at);
    expect(await reached(socketId, isOpen)).toMatchObject({
      url: `${at.replace('http', 'ws')}/v1/chat?bot_id=7`,
      handshake: { status: 101, logId: 'log-1' },
    });
    expect([asked?.url, asked?.headers.authorization]).toStrictEqual([
      '/v1/chat?bot_id=7',
      `Bearer ${token}`,
    ]);
    await bench.app.call('console.sendMessage', {
      socketId,
      text: '{"event_type":"chat.update"}',
      variableSetId: null,
    });
    await reached(socketId, ({ messageCount }) => messageCount === 2);
    await bench.app.call('console.closeSocket', { socketId });
    expect(await reached(socketId, isOver)).toMatchObject({
      stage: 'closed',
      closed: { code: 1000 },
      messageCount: 2,
      sentCount: 1,
      sentBytes: 28,
      openedAt: expect.any(Number),
      endedAt: expect.any(Number),
      problem: null,
    });
    expect(await messagesOf(socketId)).toStrictEqual([
      ['sent', 'text', '{"event_type":"chat.update"}'],
      ['received', 'text', 'pat_k7Q…+= {"event_type":"chat.update"}'],
    ]);
    const told = bench.app.events.flatMap((event) =>
      event.name === 'consoleMessages' ? event.payload.messages.map(({ index }) => index) : [],
    );
    expect(told).toStrictEqual([0, 1]);
  });

  it('sends messages with their variables filled in, and hides what is secret in them', async () => {
    const came: string[] = [];
    const at = await serve((request, socket) => {
      takeSocket(request, socket, (data, server) => {
        came.push(String(data));
        server.send(data);
      });
    });
    const set = {
      id: 'set-1',
      name: 'one',
      variables: [
        { name: 'voice', value: 'a "b"', secret: false },
        { name: 'speed', value: '2', secret: false },
        { name: 'pass', value: null, secret: true },
      ],
    };
    await bench.app.call('variables.save', { set, secrets: [{ name: 'pass', value: 'hunter2-hunter2' }] });
    const socketId = await connect(at);
    await reached(socketId, isOpen);
    const message = { socketId, variableSetId: 'set-1' };
    const text = '{"v":"{{voice}}","s":{{speed}},"p":"{{ pass }}"}';
    await bench.app.call('console.sendMessage', { ...message, text });
    await reached(socketId, ({ messageCount }) => messageCount === 2);
    expect(came).toEqual(['{"v":"a \\"b\\"","s":2,"p":"hunter2-hunter2"}']);
    const shown = '{"v":"a \\"b\\"","s":2,"p":"***"}';
    expect(await messagesOf(socketId)).toEqual([
      ['sent', 'text', shown],
      ['received', 'text', shown],
    ]);

    const lacking = { ...message, text: '"{{voice}} {{other}}"' };
    expect(await bench.app.problem('console.sendMessage', lacking)).toMatchObject({
      code: 'console/unresolved',
      params: { names: 'other' },
    });
    expect(came).toHaveLength(1);
  });

  it('takes the audio of a file piece by piece, as events or as bytes', async () => {
    const socketId = await connect(await serve(echo));
    await reached(socketId, isOpen);
    const { fileId } = await bench.app.call('console.addFile', {
      name: 'voice.pcm',
      base64: Buffer.from('abcdefg').toString('base64'),
    });
    const file = { socketId, fileId, bytes: 3, pauseMs: 0 };
    await bench.app.call('console.sendFile', { ...file, form: { kind: 'binary' } });
    await bench.app.call('console.sendFile', {
      ...file,
      form: { kind: 'event', eventType: 'input_audio_buffer.append' },
    });
    expect(await reached(socketId, ({ messageCount }) => messageCount === 12)).toMatchObject({
      sending: null,
    });
    const messages = await messagesOf(socketId);
    const binary = messages.filter(([direction, kind]) => direction === 'received' && kind === 'binary');
    expect(binary.map(([, , data]) => Buffer.from(data ?? '', 'base64').toString())).toStrictEqual([
      'abc',
      'def',
      'g',
    ]);
    const events = messages.filter(([direction, kind]) => direction === 'received' && kind === 'text');
    expect(events.map(([, , data]) => JSON.parse(data ?? ''))).toMatchObject([
      { event_type: 'input_audio_buffer.append', data: { delta: 'YWJj' } },
      { event_type: 'input_audio_buffer.append', data: { delta: 'ZGVm' } },
      { event_type: 'input_audio_buffer.append', data: { delta: 'Zw==' } },
    ]);
  });

  it('that is refused says how, and what was said; the token is tried once', async () => {
    let handshakes = 0;
    const at = await serve((_request, socket) => {
      handshakes += 1;
      const body = '{"code":4100,"msg":"authentication is invalid"}';
      socket.end(
        `HTTP/1.1 401 Unauthorized\r\nX-Tt-Logid: log-2\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
    });
    const socketId = await connect(at);
    expect(await reached(socketId, isOver)).toMatchObject({
      stage: 'failed',
      problem: { code: 'console/socket-refused', params: { status: 401 } },
      handshake: { status: 401, logId: 'log-2', said: '{"code":4100,"msg":"authentication is invalid"}' },
    });
    expect(handshakes).toBe(1);
  });

  it('that nobody answers fails', async () => {
    const socketId = await connect('http://127.0.0.1:59999');
    expect(await reached(socketId, isOver)).toMatchObject({
      stage: 'failed',
      problem: { code: 'http/unreachable', params: { reason: 'refused' } },
    });
  });

  it.each([
    ['is closed by the server', (server: ServerSocket) => server.close(1000, 'bye'), 'closed', 1000, null],
    ['is closed with an error', (server: ServerSocket) => server.close(1011, 'oops'), 'closed', 1011, null],
    ['breaks', (server: ServerSocket) => server.cut(), 'failed', 1006, 'http/reset'],
  ])('that %s says so', async (_how, end, stage, code, problem) => {
    const at = await serve((request, socket) => {
      takeSocket(request, socket, (_data, server) => end(server));
    });
    const socketId = await connect(at);
    await reached(socketId, isOpen);
    await bench.app.call('console.sendMessage', { socketId, text: 'x', variableSetId: null });
    const over = await reached(socketId, isOver);
    expect([over.stage, over.closed?.code, over.problem?.code ?? null]).toStrictEqual([stage, code, problem]);
    expect(
      await bench.app.problem('console.sendMessage', { socketId, text: 'x', variableSetId: null }),
    ).toMatchObject({
      code: 'console/run-gone',
    });
  });

  it('that the system breaks says how the system calls it', async () => {
    const at = await serve((request, socket) => {
      takeSocket(request, socket, () => (socket as Socket).resetAndDestroy());
    });
    const socketId = await connect(at);
    await reached(socketId, isOpen);
    await bench.app.call('console.sendMessage', { socketId, text: 'x', variableSetId: null });
    expect(await reached(socketId, isOver)).toMatchObject({
      stage: 'failed',
      closed: { code: 1006 },
      problem: { code: 'http/reset', params: { systemCode: 'ECONNRESET' } },
    });
  });

  it.each([
    ['text that is no UTF-8', frame(1, Buffer.from([0xc3, 0x28])), 1007, 'content'],
    ['a frame with reserved bits', Buffer.from([0xb1, 1, 0x41]), 1002, 'frame'],
    ['a frame of an unknown kind', Buffer.from([0x83, 1, 0x41]), 1002, 'frame'],
    ['a close frame with half a code', Buffer.from([0x88, 1, 3]), 1002, 'frame'],
  ])('over which %s comes is ended from here, and says so', async (_what, bytes, code, reason) => {
    const at = await serve((request, socket) => {
      takeSocket(request, socket, (_data, server) => server.sendRaw(bytes));
    });
    const socketId = await connect(at);
    await reached(socketId, isOpen);
    await bench.app.call('console.sendMessage', { socketId, text: 'x', variableSetId: null });
    expect(await reached(socketId, isOver)).toMatchObject({
      stage: 'failed',
      closed: { code },
      problem: { code: 'console/socket-protocol', params: { host: new URL(at).host, reason } },
    });
  });

  it('whose handshake is accepted with another key is not taken, and the connection is given up', async () => {
    let given: Duplex | undefined;
    const at = await serve((request, socket) => {
      given = socket;
      takeSocket(request, socket, () => undefined, { accept: 'bm90IHRoaXMga2V5' });
    });
    const socketId = await connect(at);
    expect(await reached(socketId, isOver)).toMatchObject({
      stage: 'failed',
      handshake: { status: 101 },
      openedAt: null,
      problem: { code: 'console/socket-protocol', params: { reason: 'handshake' } },
    });
    if (given !== undefined) await left(given);
  });

  describe('whose other side does not answer the close frame', () => {
    const connectDeaf = async () => {
      let given: Duplex | undefined;
      const at = await serve((request, socket) => {
        given = socket;
        takeSocket(request, socket, () => undefined, { isDeafToClose: true });
      });
      const socketId = await connect(at);
      await reached(socketId, isOpen);
      if (given === undefined) throw new Error('nothing was connected');
      return { socketId, closed: left(given) };
    };
    const closing = async () => {
      const deaf = await connectDeaf();
      await bench.app.call('console.closeSocket', { socketId: deaf.socketId });
      await reached(deaf.socketId, ({ stage }) => stage === 'closing');
      return deaf;
    };
    const cut = { stage: 'closed', closed: { code: 1006 }, problem: null };

    it('is closing, takes nothing more, and is cut when that is asked for again', async () => {
      const { socketId, closed } = await closing();
      expect(
        await bench.app.problem('console.sendMessage', { socketId, text: 'x', variableSetId: null }),
      ).toMatchObject({
        code: 'console/run-gone',
      });
      await bench.app.call('console.closeSocket', { socketId });
      expect(await reached(socketId, isOver)).toMatchObject(cut);
      await closed;
    });

    it('is cut after a while', async () => {
      const { socketId, closed } = await closing();
      expect(await reached(socketId, isOver)).toMatchObject(cut);
      await closed;
    });

    it.each([
      ['open', connectDeaf],
      ['closing', closing],
    ])('is cut at once when it is dropped while it is %s', async (_stage, begin) => {
      const { socketId, closed } = await begin();
      await bench.app.call('console.dropSocket', { socketId });
      expect(await bench.app.call('console.sockets', null)).toStrictEqual([]);
      await closed;
    });

    it('does not keep the app from quitting', async () => {
      const { closed } = await connectDeaf();
      await bench.app.quit();
      await closed;
    });
  });

  it('ends when its window is gone', async () => {
    const { source } = await bench.request(await serve(echo));
    const window = new AbortController();
    const { signal } = new AbortController();
    const { socketId } = await bench.app.engine.handlers['console.connect'](
      { request: { source, endpointId: null, path: '/', query: [], variableSetId: null } },
      { signal, windowGone: window.signal },
    );
    await reached(socketId, isOpen);
    window.abort();
    expect((await reached(socketId, isOver)).problem).toBeNull();
  });

  it('is cancelled while it is being connected', async () => {
    const socketId = await connect(await serve(() => undefined));
    await reached(socketId, ({ stage }) => stage === 'connecting');
    await bench.app.call('console.closeSocket', { socketId });
    expect((await reached(socketId, isOver)).stage).toBe('cancelled');
    await bench.app.call('console.dropSocket', { socketId });
    expect(await bench.app.call('console.sockets', null)).toStrictEqual([]);
  });

  it('brings 5 000 messages in their order', async () => {
    const at = await serve((request, socket) => {
      takeSocket(request, socket, (_data, server) => {
        for (let index = 0; index < 5000; index += 1) server.send(String(index));
      });
    });
    const socketId = await connect(at);
    await reached(socketId, isOpen);
    await bench.app.call('console.sendMessage', { socketId, text: 'go', variableSetId: null });
    await reached(socketId, ({ messageCount }) => messageCount === 5001);
    const received = (await messagesOf(socketId)).slice(1).map(([, , data]) => Number(data));
    expect(received).toStrictEqual(Array.from({ length: 5000 }, (_, index) => index));
  });
});
