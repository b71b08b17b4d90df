import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { BridgeEvent, CallName, Reply } from '../../shared/bridge.ts';
import { bridgeChannels } from '../../shared/bridge-channels.ts';
import { loopbackPaths, pageIdHeader } from '../../shared/loopback.ts';

/**
 * What stands between a browser and `coze-mint serve`: a port that leads to the program's own, as `ssh -L` makes one. It
 * can be cut, notes what crosses, and can speak in the program's place.
 */
export interface RecordedLine {
  readonly port: number;
  /** From now on the line leads to this port. */
  readonly leadTo: (port: number) => void;
  /** Loses all connections, and every new one until the line is mended. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** The messages of the bridge in their order, in the words in which the desktop's channels carry them. */
  readonly crossed: (direction: 'in' | 'out') => readonly string[];
  readonly standIn: (name: CallName, reply: Reply | null) => void;
  readonly tell: (event: BridgeEvent) => void;
  readonly close: () => Promise<void>;
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}

const frameOf = (kind: 'event' | 'reply', data: unknown) =>
  `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;

/** A message of the stream as the desktop's channels would carry it; null for what only keeps the stream alive. */
function wordsOf(frame: string): string | null {
  const [, kind, data = ''] = /^event: (\w+)\ndata: (.*)$/m.exec(frame) ?? [];
  if (kind === 'reply') return `${bridgeChannels.call} ${JSON.stringify(JSON.parse(data).reply)}`;
  return kind === 'event' ? `${bridgeChannels.event} [${data}]` : null;
}

export async function openLine(): Promise<RecordedLine> {
  const crossings = { in: [] as string[], out: [] as string[] };
  const standIns = new Map<string, Reply>();
  const streams = new Map<string, ServerResponse>();
  const open = new Set<Socket>();
  let agent = new Agent({ keepAlive: true });
  let target = 0;
  let isCut = false;

  function speak(stream: ServerResponse, frame: string): void {
    const words = wordsOf(frame);
    if (words !== null) crossings.out.push(words);
    stream.write(frame);
  }

  /** Hands the stream on message by message, so that another one fits between any two. */
  async function carryStream(page: string, far: IncomingMessage, near: ServerResponse): Promise<void> {
    streams.set(page, near);
    let rest = '';
    for await (const text of far.setEncoding('utf8')) {
      const frames = `${rest}${text}`.split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) speak(near, `${frame}\n\n`);
    }
    near.end();
  }

  async function answer(near: ServerResponse, far: IncomingMessage, from: IncomingMessage): Promise<void> {
    near.writeHead(far.statusCode ?? 502, far.headers);
    if (from.url === loopbackPaths.events && far.statusCode === 200) {
      near.flushHeaders();
      return carryStream(String(from.headers[pageIdHeader]), far, near);
    }
    if (from.url?.startsWith('/bridge/')) {
      const text = await textOf(far);
      if (text !== '') crossings.out.push(`${from.url} ${text}`);
      near.end(text);
      return;
    }
    far.pipe(near);
  }

  function pass(from: IncomingMessage, near: ServerResponse, body: string | null): void {
    const { method, url, headers } = from;
    const onward = send({ agent, host: '127.0.0.1', port: target, method, path: url, headers });
    onward.on('error', () => near.destroy());
    onward.on('response', (far) => void answer(near, far, from).catch(() => near.destroy()));
    near.on('close', () => onward.destroy());
    if (body === null) from.pipe(onward);
    else onward.end(body);
  }

  async function passCall(from: IncomingMessage, near: ServerResponse): Promise<void> {
    const body = await textOf(from);
    const { callId, name, input } = JSON.parse(body);
    crossings.in.push(`${bridgeChannels.call} ${JSON.stringify([callId, name, input])}`);
    const reply = standIns.get(name);
    const stream = streams.get(String(from.headers[pageIdHeader]));
    if (reply === undefined || stream === undefined) return pass(from, near, body);
    near.writeHead(202).end();
    speak(stream, frameOf('reply', { callId, reply }));
  }

  const server = createServer((from, near) => {
    if (from.url !== loopbackPaths.call) return pass(from, near, null);
    void passCall(from, near).catch(() => near.destroy());
  });
  server.on('connection', (socket) => {
    if (isCut) return socket.destroy();
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const loseAll = () => {
    for (const socket of open) socket.destroy();
  };

  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => {
      agent.destroy();
      agent = new Agent({ keepAlive: true });
      target = port;
    },
    cut: () => {
      isCut = true;
      loseAll();
    },
    mend: () => {
      isCut = false;
    },
    crossed: (direction) => [...crossings[direction]],
    standIn: (name, reply) => {
      if (reply === null) standIns.delete(name);
      else standIns.set(name, reply);
    },
    tell: (event) => {
      for (const stream of streams.values())
        if (!stream.writableEnded) speak(stream, frameOf('event', event));
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      loseAll();
      agent.destroy();
      await closed;
    },
  };
}
