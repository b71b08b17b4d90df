import { z } from 'zod';
import { commandNames } from './commands.ts';
import {
  consoleFileSchema,
  consoleRunSchema,
  historyEntrySchema,
  runRequestSchema,
  streamEventSchema,
  variableSetSchema,
} from './console-run.ts';
import {
  consoleSocketSchema,
  socketFileFormSchema,
  socketMessageSchema,
  socketRequestSchema,
} from './console-socket.ts';
import { appFieldsSchema, mintOptionsSchema, oauthAppSchema } from './coze/app.ts';
import { keyDraftSchema, signingKeySchema } from './coze/key.ts';
import { regionSchema } from './coze/region-schema.ts';
import { scopeSchema } from './coze/scope.ts';
import { scopePresetsSchema } from './coze/scope-preset.ts';
import { accessTokenSchema, activitySchema, serverClockSchema } from './coze/token.ts';
import { doctorReportSchema } from './doctor-schema.ts';
import { jwtCheckSchema } from './jwt/signature-check-schema.ts';
import { maxTokenLength } from './jwt/token-limits.ts';
import { pinsSchema } from './pin-schema.ts';
import { faultsSchema } from './practice-fault-schema.ts';
import { practiceDetailSchema, practiceLogSchema, practiceStatusSchema } from './practice-schema.ts';
import type { Problem } from './problem.ts';
import { problemSchema } from './problem-schema.ts';
import { profileSchema, settingsSchema } from './profile.ts';

const nothing = z.null();
const id = z.string().min(1).max(64);
/** One token, with room for white space around it: what is longer than a token may be is told as a result. */
const jwt = z.string().max(maxTokenLength + 65_536);

/** What a signature is checked with. Used for the one check and not kept. */
const checkKeySchema = z.discriminatedUnion('kind', [
  /** PEM, JWK, JWK Set or base64 DER; never taken as a secret. */
  z.object({ kind: z.literal('text'), text: z.string().max(400_000) }),
  z.object({ kind: z.literal('bytes'), base64: z.base64().max(400_000), fileName: z.string().max(255) }),
  /** As `text` it is used even if it is the text of a key, with a warning: that is how such a forgery is shown. */
  z.object({
    kind: z.literal('secret'),
    text: z.string().max(400_000),
    encoding: z.enum(['text', 'hex', 'base64url']),
  }),
  /** The public halves of the stored keys that have the token's `kid`. */
  z.object({ kind: z.literal('held') }),
]);

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

const networkStateSchema = z.object({
  certificates: z.array(
    z.object({
      subject: z.string(),
      issuer: z.string(),
      validFrom: z.string(),
      validTo: z.string(),
      fingerprint: z.string(),
      isAuthority: z.boolean(),
    }),
  ),
  caProblem: problemSchema.nullable(),
  proxy: z.string().nullable(),
  hasPassword: z.boolean().nullable(),
});

/** How much history there is; `problem` says why the newest requests are not in it. */
const historyUsageSchema = z.object({
  count: z.number().int(),
  bytes: z.number().int(),
  problem: problemSchema.nullable(),
});

/** A delete that can be taken back until `expiresAt` (epoch milliseconds). */
const undoSchema = z.object({ undoId: z.string(), expiresAt: z.number() });

export const tokenCopyFormSchema = z.enum(['token', 'header', 'env', 'curl']);

/**
 * Every call that a screen can make: its input and its output. Both ends derive their types from this object; the
 * transports check both schemas at run time.
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

  'practice.setUp': { input: z.object({ hold: z.enum(['keychain', 'this-run']) }), output: oauthAppSchema },
  /** On any free port, or the one it had before; while it runs the port stays as it is. */
  'practice.start': {
    input: z.object({ port: z.number().int().min(0).max(65_535).optional() }).nullable(),
    output: practiceStatusSchema,
  },
  'practice.stop': { input: nothing, output: practiceStatusSchema },
  /** Forgets conversations, tokens, log and faults; apps and keys stay. */
  'practice.reset': { input: nothing, output: practiceStatusSchema },
  /** Changes the faults that are named. */
  'practice.setFaults': { input: faultsSchema.partial(), output: practiceStatusSchema },
  /** Every request that is still in the log. */
  'practice.log': { input: nothing, output: practiceLogSchema },
  'practice.clearLog': { input: nothing, output: nothing },
  /** One request in full; null when it is not in the log any more. */
  'practice.request': {
    input: z.object({ number: z.number().int() }),
    output: practiceDetailSchema.nullable(),
  },

  'tokens.mint': { input: z.object({ appId: id, options: mintOptionsSchema }), output: accessTokenSchema },
  /**
   * Exchanges an assertion that was signed before, here or elsewhere, at the token endpoint of the app; whatever the
   * answer, it is used up by that.
   */
  'tokens.exchange': {
    input: z.object({
      appId: id,
      jwt: z.string().max(65_536),
      /** Lifetime of the access token in seconds, 1 to 86 399. */
      durationSeconds: z.number(),
      scope: scopeSchema.nullable(),
    }),
    output: accessTokenSchema,
  },
  /**
   * Mints with the same options; the new token takes the place of the old one, which stays until it expires. While a
   * token for the same app and options is being minted already, this waits for that one.
   */
  'tokens.renew': { input: z.object({ tokenId: id }), output: accessTokenSchema },
  /**
   * Switches the renewal of one token on or off. Switching it on asks for one renewal even if nobody uses the token; those
   * after it come only as long as it is used.
   */
  'tokens.setAutoRenew': {
    input: z.object({ tokenId: id, autoRenew: z.boolean() }),
    output: accessTokenSchema,
  },
  /** Holds a token that was got elsewhere: the text as it was pasted, with or without `Bearer` and quotes. */
  'tokens.hold': {
    input: z.object({
      name: z.string().trim().min(1).max(120),
      text: z.string().max(65_536),
      region: regionSchema,
      /** Epoch seconds; null when unknown. */
      expiresAt: z.number().int().min(0).max(253_402_300_799).nullable(),
    }),
    output: accessTokenSchema,
  },
  'tokens.forget': { input: z.object({ tokenId: id }), output: nothing },
  /** Forgets those of them that are held, all in one; `count` says how many that were. */
  'tokens.forgetMany': {
    input: z.object({ tokenIds: z.array(id).max(1000) }),
    output: z.object({ count: z.number().int() }),
  },
  'tokens.forgetAll': { input: nothing, output: z.object({ count: z.number().int() }) },
  'tokens.copy': { input: z.object({ tokenId: id, form: tokenCopyFormSchema }), output: nothing },
  /**
   * What `tokens.copy` would put into the clipboard, where the page has to do that; any other host refuses. The text may
   * stay there for `clearAfterSeconds`; 0 means as long as it likes.
   */
  'tokens.textToCopy': {
    input: z.object({ tokenId: id, form: tokenCopyFormSchema }),
    output: z.object({ text: z.string(), clearAfterSeconds: z.number().int() }),
  },
  /** Beside `tokens.textToCopy` the only call that lets a token's text out; a person asked to see it. */
  'tokens.reveal': { input: z.object({ tokenId: id }), output: z.object({ text: z.string() }) },
  /** The assertion that a token was exchanged for; it was used up by that exchange. */
  'tokens.assertion': { input: z.object({ tokenId: id }), output: z.object({ jwt: z.string() }) },

  /** Checks the signature and nothing else; the token is never changed. */
  'jwt.check': { input: z.object({ token: jwt, key: checkKeySchema }), output: jwtCheckSchema },
  /** Opens the system's file dialog and checks with the key in that file; null when the person closed it. */
  'jwt.pickKey': { input: z.object({ token: jwt }), output: jwtCheckSchema.nullable() },
  /**
   * Signs header and payload with a stored key, by the `alg` of the header (one of `signingAlgorithms`). Both are JSON
   * texts as a person typed them; what is signed is that text without the white space between its tokens, so that
   * every digit, escape, duplicate and the order of members stay.
   */
  'jwt.sign': {
    input: z.object({ keyId: id, header: z.string().max(65_536), payload: z.string().max(1_048_576) }),
    output: z.object({ jwt: z.string() }),
  },

  /** The pinned tokens that the keychain holds. Pins of this run are no matter of the main process. */
  'pins.kept': { input: nothing, output: pinsSchema },
  /** Replaces the pinned tokens that the keychain holds; none at all removes its entry. */
  'pins.keep': { input: z.object({ pins: pinsSchema }), output: nothing },

  /**
   * Looks for what keeps an app's token from working, one check after another; what is found comes as `doctor` events.
   * The run ends by itself, when it is cancelled, and when the window that asked for it is gone.
   */
  'doctor.run': {
    input: z.object({ appId: id, endpointId: z.string().min(1).max(100).nullable() }),
    output: z.object({ runId: id }),
  },
  /** Answers the question of that kind; one that is not asked any more stays unanswered. */
  'doctor.answer': {
    input: z.object({ runId: id, to: z.enum(['other-region', 'go-on']), yes: z.boolean() }),
    output: nothing,
  },
  'doctor.cancel': { input: z.object({ runId: id }), output: nothing },

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
  'console.sendMessage': {
    input: z.object({ socketId: id, text: z.string().max(8_000_000) }),
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
   * Requests that have ended, newest first; `total` is how many match. Each word of the query is looked for in method,
   * URL, name of the endpoint, status, code, log id and name of the app.
   */
  'history.list': {
    input: z.object({
      query: z.string().max(500),
      /** The last entry of the page before; null for the first page. */
      before: id.nullable(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ entries: z.array(historyEntrySchema), total: z.number().int() }),
  },
  /** A request as it was written, without its secrets, and its run with the answer, which `console.dropRun` frees. */
  'history.open': {
    input: z.object({ historyId: id }),
    output: z.object({
      request: runRequestSchema,
      /** True when the request's body was too long to be kept. */
      bodyLeftOut: z.boolean(),
      run: consoleRunSchema,
    }),
  },
  'history.remove': { input: z.object({ historyIds: z.array(id).max(1000) }), output: nothing },
  'history.clear': { input: nothing, output: nothing },
  'history.usage': { input: nothing, output: historyUsageSchema },

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
  'variables.remove': { input: z.object({ id }), output: nothing },

  /** What the network settings come to on this machine; the CA file is looked at anew. */
  'network.state': { input: nothing, output: networkStateSchema },
  /** Keeps the password of the own proxy in the keychain, for that address and user only; an empty one removes it. */
  'network.keepPassword': {
    input: z.object({ url: z.string().max(2048), user: z.string().max(256), password: z.string().max(1024) }),
    output: nothing,
  },
  /** Opens the system's file dialog; null when the person closed it. */
  'network.pickCaFile': { input: nothing, output: z.object({ path: z.string() }).nullable() },
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
