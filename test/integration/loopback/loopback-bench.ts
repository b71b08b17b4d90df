import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createParser } from 'eventsource-parser';
import type { SecretStore } from '../../../electron/keys/secret-store.ts';
import { type Loopback, serveLoopback } from '../../../electron/loopback/serve-loopback.ts';
import { loopbackPaths, pageIdHeader, pageKeyHeader, seenHeader } from '../../../shared/loopback.ts';
import { createMemorySecretStore } from '../../electron/keys/memory-secret-store.ts';
import { writeScreens } from './screens-folder.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly host?: string;
}

/** One message of a page's stream. */
export interface Message {
  readonly number: number;
  readonly kind: string;
  readonly data: unknown;
}

/** A page's stream, as long as it is open. */
export interface Stream {
  readonly messages: readonly Message[];
  /** Resolves with the first message, also one that came before, that `wanted` takes. */
  readonly next: (wanted: (message: Message) => boolean) => Promise<Message>;
  readonly closed: Promise<void>;
  /** Loses the connection. */
  readonly cut: () => void;
}

/** A browser that was let in, as far as the host can see one. */
export interface Browser {
  readonly cookie: string;
  readonly pageKey: string;
  readonly headers: (pageId?: string) => Record<string, string>;
  readonly post: (where: string, body: unknown, pageId?: string, more?: Ask['headers']) => Promise<Answer>;
  readonly stream: (pageId: string, seen?: string, more?: Ask['headers']) => Promise<Stream>;
}

export interface Bench {
  readonly loopback: Loopback;
  readonly folder: string;
  readonly origin: string;
  readonly browsers: () => number;
  readonly ask: (where: string, options?: Ask) => Promise<Answer>;
  /** Uses a link up: a new one when none is given. */
  readonly exchange: (secret?: string) => Promise<Answer>;
  readonly enter: () => Promise<Browser>;
  readonly close: () => Promise<void>;
}

export const page = (number: number) => `page-${String(number).padStart(20, '0')}`;
export const secretOf = (link: string) => new URL(link).hash.slice(1);

/** Sends `text` to the port as it stands, and gives all that comes back until the connection ends. */
export async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    answer += part;
  });
  socket.on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

function send(
  port: number,
  where: string,
  { method = 'GET', headers = {}, body, host }: Ask,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: host ?? '127.0.0.1', port, path: where, method, headers, agent: false },
      async (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        for await (const part of incoming) text += part;
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function openStream(port: number, headers: Record<string, string>): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: '127.0.0.1',
      port,
      path: loopbackPaths.events,
      headers,
      agent: false,
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming: IncomingMessage) => {
      if (incoming.statusCode !== 200) {
        incoming.resume();
        return reject(new Error(`HTTP ${incoming.statusCode}`));
      }
      resolve(read(incoming));
    });
    outgoing.end();
  });
}

function read(incoming: IncomingMessage): Stream {
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  let isClosed = false;
  const parser = createParser({
    onEvent: ({ id, event, data }) => {
      messages.push({ number: Number(id ?? 0), kind: event ?? '', data: JSON.parse(data) });
      for (const look of [...waiting]) look();
    },
  });
  incoming.setEncoding('utf8').on('data', (text: string) => parser.feed(text));
  const closed = new Promise<void>((resolve) => {
    incoming.on('error', () => undefined);
    incoming.on('close', () => {
      isClosed = true;
      for (const look of [...waiting]) look();
      resolve();
    });
  });
  const next = (wanted: (message: Message) => boolean) =>
    new Promise<Message>((resolve, reject) => {
      const look = () => {
        const found = messages.find(wanted);
        if (found === undefined && !isClosed) return;
        waiting.delete(look);
        if (found === undefined) reject(new Error('the stream ended'));
        else resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { messages, next, closed, cut: () => incoming.destroy() };
}

interface BenchOptions {
  readonly secrets?: SecretStore;
  readonly graceMs?: number;
}

/** The loopback host on a data folder of its own, with small screens and a keychain in memory. */
export async function startBench({ secrets, graceMs = 30_000 }: BenchOptions = {}): Promise<Bench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-loopback-'));
  const screens = await writeScreens(path.join(folder, 'screens'));
  let browsers = 0;
  const loopback = await serveLoopback({
    screens,
    dataFolder: path.join(folder, 'data'),
    keychain: secrets ?? createMemorySecretStore(),
    version: '0.1.0',
    language: 'en',
    port: 0,
    graceMs,
    onBrowser: () => {
      browsers += 1;
    },
  });
  const { port } = loopback;
  const origin = `http://127.0.0.1:${port}`;
  const json = { 'content-type': 'application/json', origin };
  const ask: Bench['ask'] = (where, options = {}) => send(port, where, options);
  const exchange: Bench['exchange'] = (secret = secretOf(loopback.newLink())) =>
    ask(loopbackPaths.session, { method: 'POST', headers: json, body: JSON.stringify({ secret }) });

  return {
    loopback,
    folder,
    origin,
    browsers: () => browsers,
    ask,
    exchange,
    enter: async () => {
      const answer = await exchange();
      const cookie = answer.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
      const { pageKey }: { pageKey: string } = JSON.parse(answer.text);
      const headers = (pageId = '') => ({ cookie, [pageKeyHeader]: pageKey, [pageIdHeader]: pageId });
      return {
        cookie,
        pageKey,
        headers,
        post: (where, body, pageId, more = {}) =>
          ask(where, {
            method: 'POST',
            headers: { ...json, ...headers(pageId), ...more },
            body: JSON.stringify(body),
          }),
        stream: (pageId, seen = '', more = {}) =>
          openStream(port, { ...headers(pageId), [seenHeader]: seen, ...more }),
      };
    },
    close: async () => {
      await loopback.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
