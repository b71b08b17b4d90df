import type { Cause } from './coze/causes/cause.ts';
import type { Remedy } from './remedies.ts';

/** Every failure that can reach a screen or a terminal. The texts for each stand in `shared/i18n`. */
export const problemCodes = [
  // key material that was offered for import
  'key/empty',
  'key/none-found',
  'key/too-large',
  'key/unreadable',
  'key/public',
  'key/certificate',
  'key/not-rsa',
  'key/too-small',
  'key/passphrase-needed',
  'key/passphrase-wrong',
  'key/draft-gone',
  'key/duplicate',
  'key/not-found',
  // the operating system's keychain
  'keychain/unavailable',
  'keychain/locked',
  'keychain/denied',
  'keychain/corrupt',
  'keychain/not-found',
  'keychain/timeout',
  // apps
  'app/not-found',
  'app/config-unreadable',
  'app/config-not-jwt',
  'app/no-key',
  'app/too-many-keys',
  'app/region-invalid',
  // minting
  'mint/duration-invalid',
  'mint/scope-invalid',
  'exchange/refused',
  'exchange/rate-limited',
  'exchange/unexpected',
  'exchange/not-a-jwt',
  'token/not-found',
  'token/expired',
  'token/cannot-renew',
  'token/no-assertion',
  'token/app-changed',
  'token/too-many-to-keep',
  // a token that was pasted
  'paste/empty',
  'paste/white-space',
  'paste/characters',
  'paste/is-jwt',
  'paste/is-key',
  // signing any JWT
  'sign/not-an-object',
  'sign/not-utf8',
  'sign/duplicate-parameter',
  'sign/alg-unsupported',
  'sign/b64-unsupported',
  // pinned tokens
  'pins/too-large',
  // practice Coze
  'practice/port-in-use',
  'practice/cannot-listen',
  'practice/stopped',
  // network
  'http/unreachable',
  'http/tls',
  'http/timeout',
  'http/reset',
  'http/not-http',
  'http/content-encoding',
  'http/too-large',
  'http/redirected',
  'http/url-refused',
  'network/ca-unreadable',
  'network/proxy-invalid',
  // the request console
  'console/run-gone',
  'console/file-gone',
  'console/file-unreadable',
  'console/token-origin',
  'console/no-room',
  'console/socket-refused',
  'console/socket-protocol',
  'console/unresolved',
  'console/secret-origin',
  // an API request from the command line
  'call/refused',
  'call/stream-failed',
  'call/stream-unfinished',
  'history/entry-gone',
  'variables/too-large',
  // input and inner workings
  'undo/expired',
  'input/invalid',
  'input/header',
  'input/two-credentials',
  'storage/unreadable',
  'storage/unwritable',
  'storage/in-use',
  'cancelled',
  'internal',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What the server said, word for word, so that a screen can show it and support can find it. */
export interface ServerWords {
  /** HTTP status. */
  readonly status: number;
  /** `x-tt-logid`, Coze's id of this request. */
  readonly logId: string | null;
  readonly contentType: string | null;
  /** When the answer arrived: epoch milliseconds on the local clock. */
  readonly at: number;
  /** The answer's `Date` header in epoch milliseconds; null when it had none that can be read. */
  readonly serverTime: number | null;
  /** The first 4 096 characters of the body; never contains what was sent. */
  readonly body: string;
}

/** The one shape in which a failure crosses a boundary (bridge, HTTP, command line). Holds no secret. */
export interface Problem {
  readonly code: ProblemCode;
  /** Values that the text for `code` mentions. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly remedies: readonly Remedy[];
  readonly server: ServerWords | null;
  /** When it happened: epoch milliseconds on the local clock. Absent where nobody looked at a clock. */
  readonly at?: number | undefined;
  /** What may have been behind it, from all that was known when it happened. Absent where nobody asked then. */
  readonly causes?: readonly Cause[] | undefined;
}

export interface ProblemDetails {
  readonly params?: Problem['params'];
  readonly remedies?: readonly Remedy[];
  readonly server?: ServerWords;
  readonly at?: number | undefined;
  readonly causes?: readonly Cause[] | undefined;
  readonly cause?: unknown;
}

/** Thrown by services; each host turns it into its {@link Problem}. `cause` stays in the process that threw. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause });
    this.problem = {
      code,
      params: details.params ?? {},
      remedies: [...(details.remedies ?? [])],
      server: details.server ?? null,
      ...(details.at === undefined ? {} : { at: details.at }),
      ...(details.causes === undefined ? {} : { causes: details.causes }),
    };
  }
}

/**
 * The problem behind anything that was thrown. An abort becomes `cancelled`; what nobody foresaw becomes `internal`
 * with the error's class name only, since a message may quote input.
 */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  if (thrown instanceof Error && thrown.name === 'AbortError') return new ProblemError('cancelled').problem;
  const name = thrown instanceof Error ? thrown.constructor.name : typeof thrown;
  return new ProblemError('internal', { params: { name } }).problem;
}
