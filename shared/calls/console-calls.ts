import { z } from 'zod';
import {
  consoleFileSchema,
  consoleRunSchema,
  runRequestSchema,
  streamEventSchema,
  variableSetSchema,
} from '../console-run.ts';
import {
  consoleSocketSchema,
  socketFileFormSchema,
  socketMessageSchema,
  socketRequestSchema,
} from '../console-socket.ts';
import { id, nothing, undoSchema } from './simple-schemas.ts';

/** The calls of the console: requests, WebSockets, files and variables. */
export const consoleCalls = {
  /**
   * Sends a request. It answers as soon as the request is in order; how it goes on comes as `consoleRun` and
   * `consoleEvents`. A run ends by itself, when it is cancelled, and when the window that asked for it is gone.
   */
  'console.start': { input: z.object({ request: runRequestSchema }), output: z.object({ runId: id }) },
  'console.cancel': { input: z.object({ runId: id }), output: nothing },
  /** The runs that are not dropped, newest first. */
  'console.runs': { input: nothing, output: z.array(consoleRunSchema) },
  /** Events of a stream from the index `from` on; fewer than `limit` when there are no more, or when they are long. */
  'console.events': {
    input: z.object({
      runId: id,
      from: z.number().int().min(0),
      limit: z.number().int().min(1).max(10_000),
    }),
    output: z.array(streamEventSchema),
  },
  /** Frees body and events of a run; one that goes on is cancelled. */
  'console.dropRun': { input: z.object({ runId: id }), output: nothing },
  /** Opens the system's file dialog; null when the person closed it. */
  'console.pickFile': { input: nothing, output: consoleFileSchema.nullable() },
  'console.addFile': {
    input: z.object({ name: z.string().max(255), base64: z.base64().max(12_000_000) }),
    output: consoleFileSchema,
  },

  /**
   * Connects a WebSocket. It answers as soon as the request is in order; the rest comes as `consoleSocket` and
   * `consoleMessages`. A socket ends when it is closed, and when the window that asked for it is gone.
   */
  'console.connect': {
    input: z.object({ request: socketRequestSchema }),
    output: z.object({ socketId: id }),
  },
  /** Sends a JSON text whose `{{variables}}` are filled in as in the body of a request. */
  'console.sendMessage': {
    input: z.object({ socketId: id, text: z.string().max(8_000_000), variableSetId: id.nullable() }),
    output: nothing,
  },
  /** Sends a file in messages of `bytes` each, with a pause after each; the answer comes when all of it is sent. */
  'console.sendFile': {
    input: z.object({
      socketId: id,
      fileId: id,
      form: socketFileFormSchema,
      bytes: z.number().int().min(1).max(1_048_576),
      pauseMs: z.number().int().min(0).max(10_000),
    }),
    output: nothing,
  },
  'console.closeSocket': { input: z.object({ socketId: id }), output: nothing },
  /** The sockets that are not dropped, newest first. */
  'console.sockets': { input: nothing, output: z.array(consoleSocketSchema) },
  /** As `console.events`. */
  'console.messages': {
    input: z.object({
      socketId: id,
      from: z.number().int().min(0),
      limit: z.number().int().min(1).max(10_000),
    }),
    output: z.array(socketMessageSchema),
  },
  'console.dropSocket': { input: z.object({ socketId: id }), output: nothing },
  /** Saves what a page has put together, such as sound; else as `console.saveBody`. */
  'console.saveBytes': {
    input: z.object({ name: z.string().max(255), base64: z.base64().max(120_000_000) }),
    output: z.object({ saved: z.boolean() }),
  },
  /** Opens the system's dialog for a place; `saved` is false when the person closed it. */
  'console.saveBody': {
    input: z.object({ bodyId: id, name: z.string().max(255) }),
    output: z.object({ saved: z.boolean() }),
  },

  /**
   * Makes or replaces a set of variables; the sets stand in the profile. `secrets` holds new values of secret ones; those
   * that are not named there keep the value that the keychain has.
   */
  'variables.save': {
    input: z.object({
      set: variableSetSchema,
      secrets: z.array(z.object({ name: z.string().max(64), value: z.string().max(65_536) })).max(500),
    }),
    output: variableSetSchema,
  },
  /** Null when there is no such set any more. */
  'variables.remove': { input: z.object({ id }), output: undoSchema.nullable() },
} as const;
