import { z } from 'zod';
import type { ServerWords } from '../problem.ts';
import { ProblemError } from '../problem.ts';
import { redact } from '../redact.ts';
import type { Remedy } from '../remedies.ts';
import type { EpochMilliseconds, EpochSeconds } from '../time.ts';
import { epochMilliseconds, epochSeconds } from '../time.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** What the token endpoint sent back. */
export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** When it arrived, on the local clock. */
  readonly at: EpochMilliseconds;
}

/** Something about an accepted answer that the documentation does not say. */
export const exchangeNoteSchema = z.enum([
  /** `expires_in` was a number of seconds from now, not the documented point in time. */
  'expires-relative',
]);
export type ExchangeNote = z.infer<typeof exchangeNoteSchema>;

export interface Granted {
  readonly accessToken: string;
  readonly expiresAt: EpochSeconds;
  /** `x-tt-logid`. */
  readonly logId: string | null;
  readonly notes: readonly ExchangeNote[];
}

/** Why Coze refused, as far as its words are known (OAuth 错误码; SDK issue threads). */
export type RefusalKind =
  | 'kid-not-registered'
  | 'jwt-empty'
  | 'app-deactivated'
  | 'channel-not-bound'
  | 'invalid-app-type'
  | 'login-session'
  | 'grant-type'
  | 'parameter'
  | 'internal'
  | 'client-invalid'
  | 'unknown';

/** Why an answer is not one that the documentation knows. */
export type UnexpectedReason =
  | 'empty'
  | 'html'
  | 'not-json'
  | 'not-object'
  | 'envelope-error'
  | 'status'
  | 'token-missing'
  | 'token-malformed'
  | 'expires-missing'
  | 'expires-not-integer'
  | 'expires-past'
  | 'expires-far';

const secondsOfYear = 366 * 86_400;

const bodyLimit = 4096;

/** What can stand in an `Authorization` header: visible ASCII (RFC 9110 §5.5, without spaces). */
const headerSafe = /^[\x21-\x7e]+$/;

function headerOf(answer: ExchangeAnswer, name: string): string | null {
  return answer.headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1] ?? null;
}

function redactedHeader(answer: ExchangeAnswer, name: string): string | null {
  const value = headerOf(answer, name);
  return value === null ? null : redact(value);
}

/** A `Date` before there was a Coze, or in another century, says nothing about the server's clock. */
const earliest = Date.UTC(2020);
const latest = Date.UTC(2100);

function serverTime(answer: ExchangeAnswer): number | null {
  const time = Date.parse(headerOf(answer, 'date') ?? '');
  return time >= earliest && time < latest ? time : null;
}

/** The server's words as they may be shown: secrets redacted, then cut. */
export function serverWords(answer: ExchangeAnswer): ServerWords {
  return {
    status: answer.status,
    logId: redactedHeader(answer, 'x-tt-logid'),
    contentType: redactedHeader(answer, 'content-type'),
    at: Math.round(answer.at),
    serverTime: serverTime(answer),
    body: redact(answer.body.slice(0, 16 * bodyLimit)).slice(0, bodyLimit),
  };
}

const knownTexts: readonly (readonly [RegExp, RefusalKind])[] = [
  [/kid (?:has )?not been regist/i, 'kid-not-registered'],
  [/verify jwt empty/i, 'jwt-empty'],
  [/currently deactivated/i, 'app-deactivated'],
  [/connector app should bind connector/i, 'channel-not-bound'],
  [/invalid app type/i, 'invalid-app-type'],
  [/login session invalid/i, 'login-session'],
];

const knownCodes: ReadonlyMap<string, RefusalKind> = new Map([
  ['unsupported_grant_type', 'grant-type'],
  ['invalid_request', 'parameter'],
  ['internal_error', 'internal'],
  ['invalid_client', 'client-invalid'],
]);

function refusalKind(errorCode: string, errorMessage: string): RefusalKind {
  const byText = knownTexts.find(([pattern]) => pattern.test(errorMessage));
  return byText?.[1] ?? knownCodes.get(errorCode) ?? 'unknown';
}

function remediesOf(kind: RefusalKind, canSwitchRegion: boolean): readonly Remedy[] {
  switch (kind) {
    case 'kid-not-registered':
      return canSwitchRegion ? ['switch-region', 'edit-app', 'mint-again'] : ['edit-app', 'mint-again'];
    case 'client-invalid':
      return canSwitchRegion ? ['switch-region', 'edit-app'] : ['edit-app'];
    case 'jwt-empty':
    case 'internal':
      return ['mint-again'];
    case 'app-deactivated':
    case 'channel-not-bound':
      return ['mint-again', 'edit-app'];
    case 'invalid-app-type':
    case 'parameter':
      return ['edit-app'];
    case 'login-session':
    case 'grant-type':
    case 'unknown':
      return [];
  }
}

type Fields = Readonly<Record<string, unknown>>;

function textField(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

function integerField(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

function parseObject(answer: ExchangeAnswer, unexpected: (reason: UnexpectedReason) => ProblemError): Fields {
  const text = answer.body.trim();
  if (text === '') throw unexpected('empty');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unexpected(/^<(?:!doctype|html|head|body|\?xml)/i.test(text) ? 'html' : 'not-json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unexpected('not-object');
  return value as Fields;
}

/** How long to wait when the server does not say. */
const usualWaitSeconds = 60;

function tooManyRequests(answer: ExchangeAnswer, server: ServerWords): ProblemError {
  const now = epochMilliseconds(server.serverTime ?? server.at);
  const asked = retryAfterSeconds(headerOf(answer, 'retry-after') ?? '', now);
  return new ProblemError('exchange/rate-limited', {
    params: {
      status: answer.status,
      seconds: asked ?? usualWaitSeconds,
      reason: asked === null ? 'no-retry-after' : 'retry-after',
    },
    remedies: ['mint-later'],
    server,
  });
}

/**
 * Reads the answer of Coze's token endpoint. `expires_in` is an absolute time there; a small number, which can only be
 * seconds from now, is taken as such and noted, so that a token that works is not lost.
 *
 * @param context.now - the server's time
 * @param context.canSwitchRegion - true where the same app might exist in the other official region
 * @throws ProblemError `exchange/rate-limited` (params seconds to wait, reason: whether `Retry-After` says so),
 *   `exchange/refused` (params errorCode, errorMessage, kind: {@link RefusalKind}) or
 *   `exchange/unexpected` (params reason: {@link UnexpectedReason}, status), all with the server's words
 */
export function readExchangeAnswer(
  answer: ExchangeAnswer,
  context: { readonly now: EpochSeconds; readonly canSwitchRegion: boolean },
): Granted {
  const server = serverWords(answer);
  if (answer.status === 429) throw tooManyRequests(answer, server);
  const unexpected = (reason: UnexpectedReason, params: Readonly<Record<string, string | number>> = {}) =>
    new ProblemError('exchange/unexpected', {
      params: { reason, status: answer.status, ...params },
      remedies: answer.status >= 500 ? ['mint-again'] : [],
      server,
    });

  const fields = parseObject(answer, unexpected);
  const errorCode = textField(fields, 'error_code', 'error');
  if (errorCode !== null) {
    const errorMessage = textField(fields, 'error_message', 'error_description') ?? '';
    const kind = refusalKind(errorCode, errorMessage);
    throw new ProblemError('exchange/refused', {
      params: {
        kind,
        errorCode: redact(errorCode).slice(0, 200),
        errorMessage: redact(errorMessage).slice(0, 1000),
      },
      remedies: remediesOf(kind, context.canSwitchRegion),
      server,
    });
  }
  const code = integerField(fields, 'code');
  if (code !== null && code !== 0) {
    throw unexpected('envelope-error', { code, msg: redact(textField(fields, 'msg') ?? '').slice(0, 1000) });
  }
  if (answer.status < 200 || answer.status > 299) throw unexpected('status');

  const accessToken = textField(fields, 'access_token');
  if (accessToken === null) throw unexpected('token-missing');
  if (!headerSafe.test(accessToken)) throw unexpected('token-malformed');
  const { expires_in: lifetime } = fields;
  if (lifetime === undefined || lifetime === null) throw unexpected('expires-missing');
  const expiresIn = integerField(fields, 'expires_in');
  if (expiresIn === null) throw unexpected('expires-not-integer');
  const granted = { accessToken, logId: server.logId };
  if (expiresIn > 0 && expiresIn <= secondsOfYear) {
    return { ...granted, expiresAt: epochSeconds(context.now + expiresIn), notes: ['expires-relative'] };
  }
  if (expiresIn <= context.now) throw unexpected('expires-past', { expiresAt: expiresIn });
  if (expiresIn > context.now + secondsOfYear) throw unexpected('expires-far', { expiresAt: expiresIn });
  return { ...granted, expiresAt: epochSeconds(expiresIn), notes: [] };
}
