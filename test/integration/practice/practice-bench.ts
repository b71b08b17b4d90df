import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { afterEach, beforeEach } from 'vitest';
import { createPracticeCoze, type PracticeCoze } from '../../../electron/practice/practice-coze.ts';
import { type EpochMilliseconds, epochMilliseconds } from '../../../shared/time.ts';

/** 2026-01-02T03:04:05Z, the moment at which every test begins. */
export const startTime = 1_767_323_045;

export const clientId = '1127900106117';
export const normalClientId = '1127900106118';
export const kid = '_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4';
export const normalKid = 'a1b2VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-abcd';

export const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
export const keys = keyPair();
export const otherKeys = keyPair();

const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();

const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWS over exactly these members, signed RSASSA-PKCS1-v1_5 with SHA-256 whatever `header.alg` says. */
export function signJwt(header: object, claims: object, key: KeyObject = keys.privateKey): string {
  const input = `${segment(header)}.${segment(claims)}`;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

export interface Bench {
  readonly practice: PracticeCoze;
  readonly url: () => string;
  /** Moves the given clock on by so many milliseconds. */
  readonly pass: (milliseconds: number) => void;
  readonly header: () => Record<string, unknown>;
  /** Claims that practice Coze accepts, with a `jti` of their own each time. */
  readonly claims: () => Record<string, unknown>;
  readonly assertion: () => string;
  readonly exchange: (options?: ExchangeOptions) => Promise<Response>;
  /** Exchanges a good assertion and gives the token. */
  readonly mint: (body?: object, claims?: object, header?: object) => Promise<string>;
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
}

export interface ExchangeOptions {
  readonly path?: string;
  readonly authorization?: string | null;
  readonly body?: unknown;
  readonly rawBody?: string;
}

export interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: { readonly code: number; readonly msg: string; readonly data: never };
}

/** A practice Coze on a free port for each test of the file, with a clock that stands still. */
export function startPracticeBench(): Bench {
  let now: EpochMilliseconds = epochMilliseconds(0);
  let practice = createPracticeCoze({ clock: { now: () => now }, randomBytes });

  beforeEach(async () => {
    now = epochMilliseconds(startTime * 1000);
    practice = createPracticeCoze({ clock: { now: () => now }, randomBytes });
    const publicKeyPem = pem(keys.publicKey);
    practice.registerApp({
      clientId,
      name: '薄荷渠道',
      type: 'channel',
      keys: [{ kid, publicKeyPem }],
    });
    practice.registerApp({
      clientId: normalClientId,
      name: 'Plain app',
      type: 'normal',
      keys: [{ kid: normalKid, publicKeyPem }],
    });
    await practice.start();
  });
  afterEach(() => practice.stop());

  const url = () => practice.url() ?? 'not running';
  const header = () => ({ alg: 'RS256', typ: 'JWT', kid });
  const claims = () => ({
    iss: clientId,
    aud: new URL(url()).host,
    iat: startTime,
    exp: startTime + 3600,
    jti: randomBytes(32).toString('hex'),
  });
  const assertion = () => signJwt(header(), claims());

  const exchange = ({ path = 'token', authorization, body, rawBody }: ExchangeOptions = {}) => {
    const given = authorization === undefined ? `Bearer ${assertion()}` : authorization;
    return fetch(`${url()}/api/permission/oauth2/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(given === null ? {} : { authorization: given }) },
      body: rawBody ?? JSON.stringify(body ?? { grant_type: jwtBearer }),
    });
  };

  return {
    get practice() {
      return practice;
    },
    url,
    pass: (milliseconds) => {
      now = epochMilliseconds(now + milliseconds);
    },
    header,
    claims,
    assertion,
    exchange,
    mint: async (body = {}, claimChanges = {}, headerChanges = {}) => {
      const jwt = signJwt({ ...header(), ...headerChanges }, { ...claims(), ...claimChanges });
      const answer = await exchange({
        authorization: `Bearer ${jwt}`,
        body: { grant_type: jwtBearer, ...body },
      });
      const { access_token: token } = (await answer.json()) as { access_token: string };
      return token;
    },
    call: async (method, path, { token, body, headers = {} } = {}) => {
      const answer = await fetch(url() + path, {
        method,
        headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, text, json: JSON.parse(text) };
    },
  };
}
