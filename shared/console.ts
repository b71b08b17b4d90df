import { z } from 'zod';

/** The methods that Coze's API uses. */
export const httpMethodSchema = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
export type HttpMethod = z.infer<typeof httpMethodSchema>;

const pairSchema = z.tuple([z.string(), z.string()]);

/** A request as the console's form made it; the path starts with `/` and is joined to the app's API host. */
export const consoleRequestSchema = z.object({
  appId: z.string(),
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
  tokenId: z.string(),
  /**
   * What the first answer said when the API did not take the token, and this one is the answer to the same request with
   * a renewed one; null when there was only one.
   */
  retriedAfter: z
    .object({ status: z.number().int(), code: z.number().nullable(), logId: z.string().nullable() })
    .nullable(),
});
export type ConsoleAnswer = Readonly<z.infer<typeof consoleAnswerSchema>>;
