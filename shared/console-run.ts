import { z } from 'zod';
import { httpMethods } from './http-methods.ts';
import { problemSchema } from './problem-schema.ts';
import { tokenSourceSchema } from './token-source.ts';

const idSchema = z.string().min(1).max(64);
const httpMethodSchema = z.enum(httpMethods);
const pairSchema = z.tuple([z.string(), z.string()]);

/** Where a request goes. */
export const requestTargetSchema = z.discriminatedUnion('kind', [
  /** The API host of the token's source. The path starts with `/` and may be percent-encoded already. */
  z.object({ kind: z.literal('region'), path: z.string().startsWith('/').max(65_536) }),
  /** Any other place, https (http on loopback only); the token goes there only when a person said so for that origin. */
  z.object({ kind: z.literal('url'), url: z.string().max(65_536), withToken: z.boolean() }),
]);
export type RequestTarget = Readonly<z.infer<typeof requestTargetSchema>>;

/** Of a part; without it a text says no type, and a file `application/octet-stream`. */
const partTypeSchema = z.string().max(256).optional();

/** One part of a form. A file goes under its own name unless `fileName` is another. */
export const formPartSchema = z.union([
  z.object({ name: z.string().max(1024), text: z.string(), contentType: partTypeSchema }),
  z.object({
    name: z.string().max(1024),
    fileId: idSchema,
    fileName: z.string().max(1024).optional(),
    contentType: partTypeSchema,
  }),
]);

export type FormPart = Readonly<z.infer<typeof formPartSchema>>;

export const requestBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** Sent byte for byte as UTF-8. */
  z.object({ kind: z.literal('text'), text: z.string(), contentType: z.string().max(256) }),
  /** `multipart/form-data`, in this order. */
  z.object({ kind: z.literal('form'), parts: z.array(formPartSchema).max(1000) }),
  z.object({ kind: z.literal('file'), fileId: idSchema, contentType: z.string().max(256) }),
]);
export type ConsoleBody = Readonly<z.infer<typeof requestBodySchema>>;

/** A request as a tab of the console holds it. `{{names}}` in any text stand for variables and are filled in by the main process. */
export const runRequestSchema = z.object({
  source: tokenSourceSchema,
  /** The entry of the catalogue that it was made from; null for a free request. */
  endpointId: z.string().max(100).nullable(),
  method: httpMethodSchema,
  target: requestTargetSchema,
  /** In order, names may repeat; not yet percent-encoded. */
  query: z.array(pairSchema).max(1000),
  headers: z.array(pairSchema).max(1000),
  body: requestBodySchema,
  variableSetId: idSchema.nullable(),
});
export type RunRequest = Readonly<z.infer<typeof runRequestSchema>>;

/** A file that the main process can read, named by a handle. */
export const consoleFileSchema = z.object({ fileId: idSchema, name: z.string(), size: z.number().int() });
export type ConsoleFile = Readonly<z.infer<typeof consoleFileSchema>>;

/** Milliseconds of each phase; null where it was not there (a connection that was open already) or cannot be told. */
export const runTimingSchema = z.object({
  /** Waiting for a token and for a place among the connections. */
  queue: z.number().nullable(),
  dns: z.number().nullable(),
  connect: z.number().nullable(),
  tls: z.number().nullable(),
  firstByte: z.number().nullable(),
  body: z.number().nullable(),
  total: z.number().nullable(),
});
export type RunTiming = Readonly<z.infer<typeof runTimingSchema>>;

export const answerHeadSchema = z.object({
  status: z.number().int(),
  statusText: z.string(),
  /** As received: order and case kept, names may repeat. */
  headers: z.array(pairSchema),
  logId: z.string().nullable(),
  contentType: z.string().nullable(),
  /** The URL that answered, after redirects. */
  url: z.string(),
});
export type AnswerHead = Readonly<z.infer<typeof answerHeadSchema>>;

/** Why a text is read in its charset. */
export const charsetSources = [
  /** Its header names it. */
  'header',
  /** It begins with a byte order mark. */
  'mark',
  /** JSON that is UTF-8, whatever its header names. */
  'json',
  /** Nothing names one, and it is UTF-8 or has not come whole. */
  'none',
  /** Nothing names one, it is not UTF-8, and in this one it can be read. */
  'guess',
  /** It is neither UTF-8 nor anything that was tried. */
  'unreadable',
] as const;
export type CharsetSource = (typeof charsetSources)[number];

/** The body of an answer, kept by the main process and read from `address`. */
export const answerBodySchema = z.object({
  bodyId: idSchema,
  kind: z.enum(['events', 'json', 'text', 'binary']),
  /**
   * A path of the screens' own origin, such as `/body/ID`: fetched by workers, audio and images. It honours `Range`, says
   * `nosniff`, and serves nothing as a page or a script.
   */
  address: z.string(),
  /** Bytes received so far, after decoding. */
  bytes: z.number().int(),
  /** Bytes beyond what is kept were thrown away. */
  truncated: z.boolean(),
  /** It outgrew the memory and stands in a temporary file. */
  onDisk: z.boolean(),
  /** Charset of the text (WHATWG name). */
  charset: z.string(),
  /** Absent where it is not known any more. */
  charsetFrom: z.enum(charsetSources).optional(),
});
export type AnswerBody = Readonly<z.infer<typeof answerBodySchema>>;

/** One event of a stream. */
export const streamEventSchema = z.object({
  /** From 0, without gaps. */
  index: z.number().int(),
  /** Milliseconds after the request was sent. */
  atMs: z.number(),
  /** Empty where the stream named none. */
  event: z.string(),
  id: z.string().nullable(),
  /** The `data` lines, joined by line feeds. */
  data: z.string(),
});
export type StreamEvent = Readonly<z.infer<typeof streamEventSchema>>;

/** How far a request has come, and how it ended. Small: the body and the events come by themselves. */
export const consoleRunSchema = z.object({
  runId: idSchema,
  /** Epoch milliseconds on the local clock. */
  startedAt: z.number(),
  endpointId: z.string().nullable(),
  /** Whether the request asked for events; absent where it is not known. */
  asksForStream: z.boolean().optional(),
  method: httpMethodSchema,
  /** As sent, query included; secrets in it are masked. Empty until it is sent. */
  url: z.string(),
  stage: z.enum(['token', 'sending', 'waiting', 'receiving', 'done', 'failed', 'cancelled']),
  /** Bytes of the request's body that were sent, of how many; null when that is not known. */
  sent: z.object({ bytes: z.number().int(), total: z.number().int().nullable() }),
  tokenId: z.string().nullable(),
  /** True when a token was minted for this request. */
  minted: z.boolean(),
  /** What the first answer said when the token was refused and this is the answer with a renewed one. */
  retriedAfter: z
    .object({ status: z.number().int(), code: z.number().nullable(), logId: z.string().nullable() })
    .nullable(),
  /** Why there is no such answer: the token was refused, and could not be renewed. */
  renewalProblem: problemSchema.optional(),
  head: answerHeadSchema.nullable(),
  timing: runTimingSchema,
  /** Coze's own `code` and `msg` when the body is its envelope. */
  envelope: z.object({ code: z.number(), msg: z.string() }).nullable(),
  body: answerBodySchema.nullable(),
  /** How many events have come; null when it is no stream. */
  eventCount: z.number().int().nullable(),
  /** Why it ended without a whole answer; set with stage `failed` only. */
  problem: problemSchema.nullable(),
});
export type ConsoleRun = Readonly<z.infer<typeof consoleRunSchema>>;

/** One request that was sent, as the history keeps it: no token, no secret variable, nothing that was masked. */
export const historyEntrySchema = z.object({
  historyId: idSchema,
  /** Epoch milliseconds on the local clock. */
  at: z.number(),
  appName: z.string(),
  endpointId: z.string().nullable(),
  method: httpMethodSchema,
  /** Origin, path and query; secrets masked. */
  url: z.string(),
  status: z.number().int().nullable(),
  code: z.number().nullable(),
  problemCode: z.string().nullable(),
  logId: z.string().nullable(),
  totalMs: z.number().nullable(),
  requestBytes: z.number().int(),
  answerBytes: z.number().int(),
});
export type HistoryEntry = Readonly<z.infer<typeof historyEntrySchema>>;

/** A named set of variables. A secret one's value stands in the keychain and never reaches a screen. */
export const variableSetSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(120),
  variables: z
    .array(
      z.object({
        name: z.string().regex(/^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u),
        /** Null for a secret one. */
        value: z.string().max(65_536).nullable(),
        secret: z.boolean(),
      }),
    )
    .max(500),
});
export type VariableSet = Readonly<z.infer<typeof variableSetSchema>>;
