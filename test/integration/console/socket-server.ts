import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's end of one WebSocket (RFC 6455), as far as the tests need it: short frames out, whole frames in. */
export interface ServerSocket {
  readonly send: (data: string | Uint8Array) => void;
  readonly close: (code: number, reason?: string) => void;
  /** Sends bytes as they are. */
  readonly sendRaw: (bytes: Uint8Array) => void;
  /** Breaks the connection. */
  readonly cut: () => void;
}

export function frame(opcode: number, payload: Uint8Array): Buffer {
  const long = payload.length > 125;
  const head = long
    ? Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 0xff])
    : Buffer.from([0x80 | opcode, payload.length]);
  return Buffer.concat([head, payload]);
}

function readFrame(bytes: Buffer) {
  if (bytes.length < 6) return null;
  const opcode = (bytes[0] ?? 0) & 0x0f;
  const short = (bytes[1] ?? 0) & 0x7f;
  const [length, at] =
    short < 126
      ? [short, 2]
      : short === 126
        ? [bytes.readUInt16BE(2), 4]
        : [Number(bytes.readBigUInt64BE(2)), 10];
  if (bytes.length < at + 4 + length) return null;
  const mask = bytes.subarray(at, at + 4);
  const payload = Buffer.from(bytes.subarray(at + 4, at + 4 + length));
  for (let index = 0; index < payload.length; index += 1)
    payload[index] = (payload[index] ?? 0) ^ (mask[index % 4] ?? 0);
  return { opcode, payload, rest: bytes.subarray(at + 4 + length) };
}

/** What takes the key of a handshake (RFC 6455 §4.2.2). */
function acceptOf(request: IncomingMessage): string {
  return createHash('sha1')
    .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
}

interface Manner {
  /** In place of what the key asks for. */
  readonly accept?: string;
  /** Close frames are not answered. */
  readonly isDeafToClose?: boolean;
}

/** Takes a handshake, and tells each message of the client. */
export function takeSocket(
  request: IncomingMessage,
  socket: Duplex,
  onMessage: (data: string | Buffer, server: ServerSocket) => void,
  { accept = acceptOf(request), isDeafToClose = false }: Manner = {},
): ServerSocket {
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nX-Tt-Logid: log-1\r\n\r\n`,
  );
  socket.on('error', () => undefined);
  const server: ServerSocket = {
    send: (data) => socket.write(typeof data === 'string' ? frame(1, Buffer.from(data)) : frame(2, data)),
    close: (code, reason = '') => {
      const head = Buffer.from([code >> 8, code & 0xff]);
      socket.end(frame(8, Buffer.concat([head, Buffer.from(reason)])));
    },
    sendRaw: (bytes) => socket.write(bytes),
    cut: () => socket.destroy(),
  };
  let bytes = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (let next = readFrame(bytes); next !== null; next = readFrame(bytes)) {
      bytes = Buffer.from(next.rest);
      if (next.opcode !== 8) onMessage(next.opcode === 1 ? next.payload.toString() : next.payload, server);
      else if (!isDeafToClose) socket.end(frame(8, next.payload));
    }
  });
  return server;
}
