import type { HttpMethod } from '../console.ts';
import { type MatchedEndpoint, matchEndpoint } from '../coze/match-endpoint.ts';
import { type Region, regionFromBaseUrl } from '../coze/region.ts';
import { httpMethods } from '../http-methods.ts';
import { textMember } from '../json/text-member.ts';
import { assignedVariables } from './assigned-variables.ts';
import { type CurlFinding, curlFinding, maxCurlFindings } from './curl-finding.ts';
import { type CurlStart, findCurl, isLegacyPowershell, shellOf } from './find-curl.ts';
import type { HttpBody, HttpRequest, Pair } from './http-request.ts';
import { type Given, readArguments } from './read-arguments.ts';
import { readBody } from './read-body.ts';
import { type CurlSecret, readHeaders } from './read-headers.ts';
import { type ReadUrl, readUrl } from './read-url.ts';
import { splitCmd } from './split-cmd.ts';
import type { Assigned, Shell, SplitCommand } from './split-command.ts';
import { splitPosix } from './split-posix.ts';
import { splitPowershell } from './split-powershell.ts';

/** A request out of a curl command; `origin` is null where the text has a variable in its place. */
export type CurlRequest = Omit<HttpRequest, 'origin'> & { readonly origin: string | null };

/** What a text with a curl command says. */
export interface CurlReading {
  /** Null where there is no command or no URL in it; an error among the findings says why. */
  readonly request: CurlRequest | null;
  /** The credential of the command, or null. It is no part of `request`, and goes into no history and no file. */
  readonly secret: CurlSecret | null;
  /** Other headers that are credentials, such as `Cookie`; no part of `request` either. */
  readonly secretHeaders: readonly Pair[];
  /** The region whose API host it is; null where the host is not known. */
  readonly region: Region | null;
  /** Null for a free request. */
  readonly endpoint: MatchedEndpoint | null;
  /** The shell that the command was read for; null where there is none. */
  readonly shell: Shell | null;
  readonly findings: readonly CurlFinding[];
}

/** Longer texts are not read, in UTF-16 code units. */
export const longestCurlText = 8 * 1024 * 1024;

const mostCommands = 50;

function split(text: string, { start, end }: CurlStart, assigned: Assigned): SplitCommand & { shell: Shell } {
  const shell = shellOf(text, start);
  const from = /["']/.test(text.charAt(end)) ? end + 1 : end;
  switch (shell) {
    case 'posix':
      return { ...splitPosix(text, from, assigned), shell };
    case 'cmd':
      return { ...splitCmd(text, from, assigned), shell };
    case 'powershell':
      return { ...splitPowershell(text, from, assigned, isLegacyPowershell(text, start)), shell };
  }
}

function otherCommands(text: string, from: number): readonly CurlFinding[] {
  const found: CurlFinding[] = [];
  let next = findCurl(text, from);
  while (next !== null && found.length < mostCommands) {
    const { end } = split(text, next, new Map());
    found.push(curlFinding('other-command', { start: next.start, end }));
    next = findCurl(text, Math.max(end, next.end));
  }
  return found;
}

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

function notTaken(given: readonly Given[]): readonly CurlFinding[] {
  return given
    .filter(({ option }) => option.effect === 'not-taken')
    .map(({ option, place }) => curlFinding('option-not-taken', place, { option: `--${option.name}` }));
}

/** Of the options, those before `--next`: what comes after it is another request. */
function firstRequest(given: readonly Given[]): {
  given: readonly Given[];
  findings: readonly CurlFinding[];
} {
  const next = given.findIndex(({ option }) => option.effect === 'next');
  if (next === -1) return { given, findings: [] };
  const last = given.at(-1)?.place.end ?? 0;
  const start = given[next]?.place.start ?? 0;
  return { given: given.slice(0, next), findings: [curlFinding('other-command', { start, end: last })] };
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

type Made = Pick<CurlReading, 'request' | 'secret' | 'secretHeaders' | 'region' | 'endpoint' | 'findings'>;

const nothing: Omit<Made, 'findings'> = {
  request: null,
  secret: null,
  secretHeaders: [],
  region: null,
  endpoint: null,
};

function makeRequest(given: readonly Given[], stdin: string | null, command: CurlStart): Made {
  const [first, ...others] = given.filter(({ option }) => option.effect === 'url');
  if (first === undefined) return { ...nothing, findings: [curlFinding('url-missing', command)] };
  const headers = readHeaders(given);
  const { body, query, findings: ofBody } = readBody(given, headers.contentType, stdin);
  const isGlobOff = given.some(({ option }) => option.effect === 'globoff');
  const url = readUrl(first, query, isGlobOff);
  if (url === null) return { ...nothing, findings: [curlFinding('url-invalid', first.place)] };

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

function inOrder(findings: readonly CurlFinding[]): readonly CurlFinding[] {
  return findings.toSorted((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0)).slice(0, maxCurlFindings);
}

/**
 * Reads the first curl command in a text: of a POSIX shell, cmd or PowerShell, with whatever stands before and after it.
 * Nothing is run, expanded or opened; what was not understood or is not taken over is named with its place. Never
 * throws, and takes time in proportion to the text.
 */
export function readCurl(text: string): CurlReading {
  const failed = (finding: CurlFinding): CurlReading => ({ ...nothing, shell: null, findings: [finding] });
  if (text.length > longestCurlText)
    return failed(curlFinding('text-too-long', null, { limit: longestCurlText / 1024 / 1024 }));
  const command = findCurl(text, 0);
  if (command === null) return failed(curlFinding('curl-missing', null));

  const { words, end, stdin, issues, shell } = split(
    text,
    command,
    assignedVariables(text.slice(0, command.start)),
  );
  const read = readArguments(words);
  const { given, findings: afterNext } = firstRequest(read.given);
  const made = makeRequest(given, stdin, command);
  return {
    ...made,
    shell,
    findings: inOrder([
      ...issues.map(({ code, place }) => curlFinding(code, place)),
      ...read.findings,
      ...made.findings,
      ...notTaken(given),
      ...afterNext,
      ...otherCommands(text, Math.max(end, command.end)),
    ]),
  };
}
