import { type MatchedEndpoint, matchEndpoint } from '../coze/match-endpoint.ts';
import { type Region, regionFromBaseUrl } from '../coze/region.ts';
import { type HttpMethod, httpMethods } from '../http-methods.ts';
import { textMember } from '../json/text-member.ts';
import { type CurlFinding, curlFinding, type TextPlace } from './curl-finding.ts';
import type { HttpBody, HttpRequest, Pair } from './http-request.ts';
import type { Given } from './read-arguments.ts';
import { readBody } from './read-body.ts';
import { type CurlSecret, readHeaders } from './read-headers.ts';
import { type ReadUrl, readUrl } from './read-url.ts';

/** A request out of a curl command; `origin` is null where the text has a variable in its place. */
export type CurlRequest = Omit<HttpRequest, 'origin'> & { readonly origin: string | null };

/** What the options of one command come to. */
export interface MadeRequest {
  /** Null where there is no URL in it; an error among the findings says why. */
  readonly request: CurlRequest | null;
  /** The credential of the command, or null. It is no part of `request`, and goes into no history and no file. */
  readonly secret: CurlSecret | null;
  /** Other headers that are credentials, such as `Cookie`; no part of `request` either. */
  readonly secretHeaders: readonly Pair[];
  /** The region whose API host it is; null where the host is not known. */
  readonly region: Region | null;
  /** Null for a free request. */
  readonly endpoint: MatchedEndpoint | null;
  readonly findings: readonly CurlFinding[];
}

/** What there is of a text without a request. */
export const nothingMade: Omit<MadeRequest, 'findings'> = {
  request: null,
  secret: null,
  secretHeaders: [],
  region: null,
  endpoint: null,
};

function methodOf(
  given: readonly Given[],
  body: HttpBody | null,
): { method: HttpMethod; findings: CurlFinding[] } {
  const has = (effect: string) => given.some(({ option }) => option.effect === effect);
  const implied = has('head')
    ? 'HEAD'
    : body === null
      ? 'GET'
      : has('upload-file') && body.kind === 'file'
        ? 'PUT'
        : 'POST';
  const asked = given.findLast(({ option }) => option.effect === 'request');
  if (asked === undefined) return { method: implied, findings: [] };
  const name = asked.value.trim().toUpperCase();
  const method = httpMethods.find((known) => known === name);
  if (method !== undefined) return { method, findings: [] };
  return {
    method: implied,
    findings: [curlFinding('method-unknown', asked.place, { method: name.slice(0, 40) })],
  };
}

/** Variables whose place the user has to fill; what stands in a credential was told already. */
function openVariables(given: readonly Given[], told: readonly CurlFinding[]): readonly CurlFinding[] {
  const quiet = new Set(
    told
      .filter(
        ({ code }) =>
          code === 'token-open' || code === 'host-open' || code === 'authorization-without-scheme',
      )
      .map(({ place }) => place?.start),
  );
  return given
    .filter(
      ({ option, place }) =>
        option.effect !== 'none' && option.effect !== 'not-taken' && !quiet.has(place.start),
    )
    .flatMap(({ variables, place }) =>
      variables.map((name) => curlFinding('variable', place, { name: name.slice(0, 60) })),
    );
}

function regionOf(origin: string | null): Region | null {
  if (origin === null) return null;
  try {
    return regionFromBaseUrl(origin);
  } catch {
    return null;
  }
}

/** A credential in the URL stands before those of headers: curl itself lets headers win, and both are told. */
function chooseSecret(
  url: ReadUrl,
  headers: ReturnType<typeof readHeaders>,
): { secret: CurlSecret | null; findings: readonly CurlFinding[] } {
  const ofUrl: readonly CurlSecret[] = [
    ...(url.token === null ? [] : [{ kind: 'bearer', text: url.token } as const]),
    ...(url.user === null ? [] : [{ kind: 'basic', text: url.user } as const]),
  ];
  const [first = null] = [...headers.secrets.map(({ secret }) => secret), ...ofUrl];
  const others = headers.secrets
    .slice(1)
    .filter(({ secret }) => secret.text !== first?.text)
    .map(({ place }) => curlFinding('credential-twice', place));
  return { secret: first, findings: others };
}

/** Headers with the content type among them where no body has it. */
function headersWith(
  headers: readonly Pair[],
  contentType: string | null,
  body: HttpBody | null,
): readonly Pair[] {
  const isLost = body === null && contentType !== null && contentType !== '';
  return isLost ? [...headers, ['Content-Type', contentType]] : headers;
}

function jsonHeaders(given: readonly Given[], headers: readonly Pair[]): readonly Pair[] {
  const isJson = given.some(({ option }) => option.effect === 'json');
  const accepts = headers.some(([name]) => name.toLowerCase() === 'accept');
  return isJson && !accepts ? [...headers, ['Accept', 'application/json']] : headers;
}

/**
 * The request that the options of one command make.
 *
 * @param stdin - what the shell feeds to curl, for `@-`
 * @param command - where the command's name stands
 */
export function makeRequest(given: readonly Given[], stdin: string | null, command: TextPlace): MadeRequest {
  const [first, ...others] = given.filter(({ option }) => option.effect === 'url');
  if (first === undefined) return { ...nothingMade, findings: [curlFinding('url-missing', command)] };
  const headers = readHeaders(given);
  const { body, query, findings: ofBody } = readBody(given, headers.contentType, stdin);
  const isGlobOff = given.some(({ option }) => option.effect === 'globoff');
  const url = readUrl(first, query, isGlobOff);
  if (url === null) return { ...nothingMade, findings: [curlFinding('url-invalid', first.place)] };

  const { method, findings: ofMethod } = methodOf(given, body);
  const { secret, findings: ofSecrets } = chooseSecret(url, headers);
  const { origin, path } = url;
  const json = body?.kind === 'json' ? body.text : null;
  const grantType = json === null ? null : textMember(json, 'grant_type');
  const told = [...url.findings, ...headers.findings, ...ofSecrets, ...ofMethod, ...ofBody];
  return {
    request: {
      method,
      origin,
      path,
      query: url.query,
      headers: headersWith(jsonHeaders(given, headers.headers), headers.contentType, body),
      body,
    },
    secret,
    secretHeaders: headers.secretHeaders,
    region: regionOf(origin),
    endpoint: matchEndpoint({ method, origin, path, grantType }),
    findings: [
      ...told,
      ...others.map(({ place }) => curlFinding('url-other', place)),
      ...openVariables(given, told),
    ],
  };
}
