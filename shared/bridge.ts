import { z } from 'zod';
import { consoleCalls } from './calls/console-calls.ts';
import { doctorCalls } from './calls/doctor-calls.ts';
import { historyCalls, historyUsageSchema } from './calls/history-calls.ts';
import { jwtCalls } from './calls/jwt-calls.ts';
import { networkCalls } from './calls/network-calls.ts';
import { practiceCalls } from './calls/practice-calls.ts';
import { id, nothing, undoSchema } from './calls/simple-schemas.ts';
import { tokenCalls } from './calls/token-calls.ts';
import { commandNames } from './commands.ts';
import { consoleRunSchema, streamEventSchema } from './console-run.ts';
import { consoleSocketSchema, socketMessageSchema } from './console-socket.ts';
import { appFieldsSchema, mintOptionsSchema, oauthAppSchema } from './coze/app.ts';
import { keyDraftSchema, signingKeySchema } from './coze/key.ts';
import { scopePresetsSchema } from './coze/scope-preset.ts';
import { accessTokenSchema, activitySchema, serverClockSchema } from './coze/token.ts';
import { doctorReportSchema } from './doctor-schema.ts';
import { practiceLogSchema, practiceStatusSchema } from './practice-schema.ts';
import type { Problem } from './problem.ts';
import { problemSchema } from './problem-schema.ts';
import { profileSchema, settingsSchema } from './profile.ts';

/** How the keychain answered when it was last asked. */
export const keychainStateSchema = z.enum(['ready', 'unavailable', 'locked', 'denied', 'timeout']);
export type KeychainState = z.infer<typeof keychainStateSchema>;

/** How it stands with keeping tokens in the keychain; `problem` says why what is live now is not all kept there. */
export const keptTokensSchema = z.object({ problem: problemSchema.nullable() });
export type KeptTokens = Readonly<z.infer<typeof keptTokensSchema>>;

export const hostInfoSchema = z.object({
  version: z.string(),
  platform: z.enum(['mac', 'windows', 'linux', 'web']),
  /** `zh` when the system's first known language is Chinese. */
  systemLanguage: z.enum(['zh', 'en']),
  dataFolder: z.string(),
  /** What the host can do; screens hide what it cannot. */
  canPickFiles: z.boolean(),
  /** The page puts texts into the clipboard, because the host cannot reach the one of the person. */
  copiesInPage: z.boolean(),
  /** The page shows the notices, as the `notice` events say. */
  noticesInPage: z.boolean(),
});
export type HostInfo = Readonly<z.infer<typeof hostInfoSchema>>;

/** Everything a screen needs to draw itself first. */
export const snapshotSchema = z.object({
  host: hostInfoSchema,
  profile: profileSchema,
  tokens: z.array(accessTokenSchema),
  activity: z.array(activitySchema),
  /** One for each API origin that has told its time in this run. */
  clocks: z.array(serverClockSchema),
  keptTokens: keptTokensSchema,
  keychain: keychainStateSchema,
  practice: practiceStatusSchema,
  /** Set when the profile file could not be read and was set aside: the name it has now. */
  profileSetAside: z.string().nullable(),
});
export type Snapshot = Readonly<z.infer<typeof snapshotSchema>>;

/** What an import turned out to be. */
export const importResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('key'), draft: keyDraftSchema }),
  z.object({
    kind: z.literal('config'),
    /** From `coze_oauth_config.json`; the parts that were missing there are empty. */
    fields: appFieldsSchema.partial(),
    kid: z.string().nullable(),
    draft: keyDraftSchema.nullable(),
    /** Why the config's private key could not be read, when it has one. */
    keyProblem: problemSchema.nullable(),
  }),
]);
export type ImportResult = Readonly<z.infer<typeof importResultSchema>>;

/**
 * Every call that a screen can make: its input and its output. Both ends derive their types from this object; the
 * transports check both schemas at run time. Those of one family stand in `calls/`.
 */
export const calls = {
  'app.snapshot': { input: nothing, output: snapshotSchema },
  'app.openExternal': { input: z.object({ url: z.url().max(2048) }), output: nothing },
  /** What a person chose of a notice that the page shows: the id of its button, or null for the notice itself. */
  'notices.act': {
    input: z.object({ id: z.string().max(64), actionId: z.string().max(64).nullable() }),
    output: nothing,
  },
  'app.copyText': { input: z.object({ text: z.string().max(2_000_000) }), output: nothing },

  'settings.change': { input: settingsSchema.partial(), output: settingsSchema },

  'import.read': {
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string().max(400_000) }),
      z.object({ kind: z.literal('bytes'), base64: z.base64().max(400_000), fileName: z.string().max(255) }),
    ]),
    output: importResultSchema,
  },
  /** Opens the system's file dialog; null when the person closed it. */
  'import.pick': { input: nothing, output: importResultSchema.nullable() },

  'keys.generate': { input: z.object({ bits: z.literal([2048, 3072, 4096]) }), output: keyDraftSchema },
  'keys.unlock': {
    input: z.object({ draftId: id, passphrase: z.string().max(1024) }),
    output: keyDraftSchema,
  },
  'keys.discard': { input: z.object({ draftId: id }), output: nothing },
  'keys.save': {
    input: z.object({
      draftId: id,
      label: z.string().trim().min(1).max(120),
      kid: z.string().trim().max(256).nullable(),
      hold: z.enum(['keychain', 'this-run']),
    }),
    output: signingKeySchema,
  },
  'keys.change': {
    input: z.object({
      keyId: id,
      label: z.string().trim().min(1).max(120).optional(),
      kid: z.string().trim().max(256).nullable().optional(),
    }),
    output: signingKeySchema,
  },
  'keys.delete': { input: z.object({ keyId: id }), output: undoSchema },

  'keychain.check': { input: nothing, output: keychainStateSchema },

  'apps.save': { input: z.object({ id: id.nullable(), fields: appFieldsSchema }), output: oauthAppSchema },
  'apps.setDefaults': { input: z.object({ appId: id, defaults: mintOptionsSchema }), output: nothing },
  /** Whether new tokens of the app renew by themselves; those that are there stay as they are. */
  'apps.setAutoRenew': { input: z.object({ appId: id, autoRenew: z.boolean() }), output: nothing },
  /** Replaces the scopes that are kept with the app. */
  'apps.saveScopes': { input: z.object({ appId: id, scopes: scopePresetsSchema }), output: nothing },
  'apps.delete': { input: z.object({ appId: id }), output: undoSchema },
  'apps.reorder': { input: z.object({ appIds: z.array(id).max(1000) }), output: nothing },
  'apps.choose': { input: z.object({ appId: id }), output: nothing },

  'undo.run': { input: z.object({ undoId: id }), output: nothing },

  ...practiceCalls,
  ...tokenCalls,
  ...jwtCalls,
  ...doctorCalls,
  ...consoleCalls,
  ...historyCalls,
  ...networkCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What a caller passes (before the schema's own trimming and defaults). */
export type CallInput<Name extends CallName> = z.input<Calls[Name]['input']>;
/** What a handler receives. */
export type ParsedInput<Name extends CallName> = z.output<Calls[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Calls[Name]['output']>;

/** Everything that the main process says by itself. */
export const eventSchemas = {
  profile: profileSchema,
  tokens: z.array(accessTokenSchema),
  activity: z.array(activitySchema),
  clocks: z.array(serverClockSchema),
  keptTokens: keptTokensSchema,
  keychain: keychainStateSchema,
  practice: practiceStatusSchema,
  practiceLog: practiceLogSchema,
  /** The whole report of a run, whenever something in it changed. */
  doctor: z.object({ runId: z.string(), report: doctorReportSchema }),
  /** How far a request of the console has come: at most every 50 ms, the last state in any case. */
  consoleRun: z.object({ run: consoleRunSchema }),
  /** What a stream brought since the last time, in order and without gaps. */
  consoleEvents: z.object({ runId: id, events: z.array(streamEventSchema) }),
  /** The history has changed. */
  history: historyUsageSchema,
  /** As `consoleRun` and `consoleEvents`, of a WebSocket. */
  consoleSocket: z.object({ socket: consoleSocketSchema }),
  consoleMessages: z.object({ socketId: id, messages: z.array(socketMessageSchema) }),
  /** A notice for the page to show, where the host shows none; a later one of the same id takes its place. */
  notice: z.object({
    id: z.string(),
    title: z.string(),
    body: z.string(),
    actions: z.array(z.object({ id: z.string(), label: z.string() })),
  }),
  /** A notice is out of date. */
  noticeGone: z.object({ id: z.string() }),
  /** The machine was asleep: a timer in a page may be late by all that time. */
  woke: nothing,
  /** A menu item that a screen has to carry out. */
  command: z.object({ name: z.enum(commandNames) }),
} as const;
export type EventName = keyof typeof eventSchemas;
export type EventPayload<Name extends EventName> = z.output<(typeof eventSchemas)[Name]>;
export type BridgeEvent = {
  [Name in EventName]: { readonly name: Name; readonly payload: EventPayload<Name> };
}[EventName];

/** What a handler is told beside its input. */
export interface CallContext {
  /** Aborted when the caller cancels or its window closes. */
  readonly signal: AbortSignal;
  /** Aborted when the window that called is gone; for what goes on after the answer. Absent where there are no windows. */
  readonly windowGone?: AbortSignal;
}

/** One handler for each call; a missing or misnamed one does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (input: ParsedInput<Name>, context: CallContext) => Promise<CallOutput<Name>>;
};

/** What the transports carry back: a value or a problem. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** The object that the preload script puts on `window` and the loopback page builds over HTTP. */
export interface BridgePort {
  /** `callId` is chosen by the caller and unique in its window; it is what {@link BridgePort.cancel} takes. */
  readonly call: (callId: number, name: string, input: unknown) => Promise<Reply>;
  readonly cancel: (callId: number) => void;
  /**
   * Makes a file of any size that a person dropped or chose in the page known to the main process; the value is a
   * `ConsoleFile`. A file that a script made has no place on the disk and is refused.
   */
  readonly addFile: (file: File) => Promise<Reply>;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: BridgeEvent) => void) => () => void;
}
