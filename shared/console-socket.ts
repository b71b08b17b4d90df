import { z } from 'zod';
import { problemSchema } from './problem-schema.ts';
import { tokenSourceSchema } from './token-source.ts';

const idSchema = z.string().min(1).max(64);
const pairSchema = z.tuple([z.string(), z.string()]);

/** A WebSocket to the API of the token's source, as a tab of the console asks for it. */
export const socketRequestSchema = z.object({
  source: tokenSourceSchema,
  endpointId: z.string().max(100).nullable(),
  /** Starts with `/`. */
  path: z.string().startsWith('/').max(65_536),
  /** In order, names may repeat; not yet percent-encoded. */
  query: z.array(pairSchema).max(1000),
  variableSetId: idSchema.nullable(),
});
export type SocketRequest = Readonly<z.infer<typeof socketRequestSchema>>;

/** How far a WebSocket has come, and how it ended. The messages come by themselves. */
export const consoleSocketSchema = z.object({
  socketId: idSchema,
  /** Epoch milliseconds on the local clock. */
  startedAt: z.number(),
  /** Epoch milliseconds at which it was open; null while it was not yet. */
  openedAt: z.number().nullable(),
  /** Epoch milliseconds at which it was over. */
  endedAt: z.number().nullable(),
  endpointId: z.string().nullable(),
  /** Secrets in it are masked. Empty until it is connected to. */
  url: z.string(),
  /** `closing` while the other side has not yet answered the close frame of this one. */
  stage: z.enum(['token', 'connecting', 'open', 'closing', 'closed', 'failed', 'cancelled']),
  tokenId: z.string().nullable(),
  minted: z.boolean(),
  /** What the first handshake said when the token was refused and this is the one with a renewed token. */
  retriedAfter: z.object({ status: z.number().int(), logId: z.string().nullable() }).nullable(),
  /** The answer to the handshake: 101, or why not; then `said` is the beginning of its body. */
  handshake: z
    .object({
      status: z.number().int(),
      headers: z.array(pairSchema),
      logId: z.string().nullable(),
      said: z.string(),
    })
    .nullable(),
  messageCount: z.number().int(),
  /** Those of them that went out. */
  sentCount: z.number().int(),
  /** Bytes of messages, without their frames. */
  sentBytes: z.number().int(),
  receivedBytes: z.number().int(),
  /** A file is on its way: bytes of it that were sent, of how many. */
  sending: z.object({ bytes: z.number().int(), total: z.number().int() }).nullable(),
  /**
   * Code and reason of the close frame (RFC 6455 §7.4), which is the one of this side when it could not take what came;
   * 1006 when the connection ended without one.
   */
  closed: z.object({ code: z.number().int(), reason: z.string() }).nullable(),
  /** Why it could not be connected, or broke; set with stage `failed` only. */
  problem: problemSchema.nullable(),
});
export type ConsoleSocket = Readonly<z.infer<typeof consoleSocketSchema>>;

/** One message, in either direction. */
export const socketMessageSchema = z.object({
  /** From 0, without gaps. */
  index: z.number().int(),
  /** Milliseconds after the connection was open. */
  atMs: z.number(),
  direction: z.enum(['sent', 'received']),
  kind: z.enum(['text', 'binary']),
  /** The text, or the bytes in base64. */
  data: z.string(),
  bytes: z.number().int(),
});
export type SocketMessage = Readonly<z.infer<typeof socketMessageSchema>>;

/** How the bytes of a file go out. */
export const socketFileFormSchema = z.discriminatedUnion('kind', [
  /** Binary messages of the bytes as they are. */
  z.object({ kind: z.literal('binary') }),
  /** Text messages `{"id", "event_type": …, "data": {"delta": base64}}`, as Coze's audio buffers take them. */
  z.object({ kind: z.literal('event'), eventType: z.string().min(1).max(200) }),
]);
