import { z } from 'zod';
import { httpMethods } from './http-methods.ts';

export const httpMethodSchema = z.enum(httpMethods);
export type HttpMethod = z.infer<typeof httpMethodSchema>;

const pairSchema = z.tuple([z.string(), z.string()]);

const idSchema = z.string().min(1).max(64);

/** Which token goes with a request, and by that where the request goes. */
export const tokenSourceSchema = z.discriminatedUnion('kind', [
  /** The newest live token of an app, at the app's API host; minted when there is none. */
  z.object({ kind: z.literal('app'), appId: idSchema }),
  /** One token that is held, or what has renewed it, at the API host that it is valid for. */
  z.object({ kind: z.literal('token'), tokenId: idSchema }),
  /** No `Authorization` header at all, at the app's API host. */
  z.object({ kind: z.literal('none'), appId: idSchema }),
]);
export type TokenSource = Readonly<z.infer<typeof tokenSourceSchema>>;

/** A request as the console's form made it; the path starts with `/` and is joined to the API host of the source. */
export const consoleRequestSchema = z.object({
  source: tokenSourceSchema,
  method: httpMethodSchema,
  path: z.string().startsWith('/').max(8192),
  /** In order, names may repeat; not yet percent-encoded. */
  query: z.array(pairSchema),
  headers: z.array(pairSchema),
  /** JSON text, sent byte for byte; null for no body. */
  body: z.string().nullable(),
});
export type ConsoleRequest = Readonly<z.infer<typeof consoleRequestSchema>>;

export const consoleAnswerSchema = z.object({
  status: z.number().int(),
  statusText: z.string(),
  /** As received: order and case kept, names may repeat. */
  headers: z.array(pairSchema),
  logId: z.string().nullable(),
  contentType: z.string().nullable(),
  /** The body as text; empty when `binary`. */
  text: z.string(),
  binary: z.boolean(),
  /** Bytes received of the body. */
  size: z.number().int(),
  /** True when the body was longer than what is kept. */
  truncated: z.boolean(),
  /** Coze's own `code` and `msg` when the body is its envelope. */
  envelope: z.object({ code: z.number(), msg: z.string() }).nullable(),
  /** Milliseconds from sending to the first byte, and to the last. */
  firstByteMs: z.number(),
  totalMs: z.number(),
  url: z.string(),
  /** True when a token was minted for this request. */
  minted: z.boolean(),
  /** Null when no token went with it. */
  tokenId: z.string().nullable(),
  /**
   * What the first answer said when the API did not take the token, and this one is the answer to the same request with
   * a renewed one; null when there was only one.
   */
  retriedAfter: z
    .object({ status: z.number().int(), code: z.number().nullable(), logId: z.string().nullable() })
    .nullable(),
});
export type ConsoleAnswer = Readonly<z.infer<typeof consoleAnswerSchema>>;
