import { matchEndpoint } from '../coze/match-endpoint.ts';
import type { HttpRequest } from '../curl/http-request.ts';
import { withoutSecrets } from '../curl/without-secrets.ts';
import type { SentRequest } from '../curl/write-curl.ts';
import { plainGo } from './plain-go.ts';
import { plainJava } from './plain-java.ts';
import { plainNode } from './plain-node.ts';
import { plainPython } from './plain-python.ts';
import { type PlainRequest, plainRequest } from './plain-request.ts';
import { sdkArguments } from './sdk-call.ts';
import { sdkGo } from './sdk-go.ts';
import { sdkJava } from './sdk-java.ts';
import { sdkNode } from './sdk-node.ts';
import { sdkPython } from './sdk-python.ts';

/** What the code of a request can be written in, besides curl. */
export const requestLanguages = ['python', 'node', 'go', 'java'] as const;
export type RequestLanguage = (typeof requestLanguages)[number];

export interface RequestCode {
  readonly text: string;
  /** Whether the official SDK of the language is called, or plain HTTP is spoken. */
  readonly by: 'sdk' | 'http';
}

const plainWriters: Readonly<Record<RequestLanguage, (request: PlainRequest) => string>> = {
  python: plainPython,
  node: plainNode,
  go: plainGo,
  java: plainJava,
};

/** Half a surrogate pair, which UTF-8 cannot hold. */
function isTorn({ path, query, headers, body }: HttpRequest): boolean {
  const parts = body?.kind === 'form' ? body.parts : [];
  const texts = [
    path,
    ...[...query, ...headers].flat(),
    ...(body?.kind === 'json' || body?.kind === 'text' ? [body.text] : []),
    ...(body?.kind === 'file' ? [body.path] : []),
    ...parts.flatMap((part) => [
      part.name,
      part.contentType ?? '',
      ...(part.kind === 'text' ? [part.text] : [part.path, part.fileName ?? '']),
    ]),
  ];
  return texts.some((text) => /\p{Cs}/u.test(text));
}

function sdkText(language: RequestLanguage, sent: SentRequest): string | null {
  const { method, origin, path } = sent.request;
  const matched = matchEndpoint({ method, origin, path, grantType: null });
  const given = matched === null ? null : sdkArguments(sent, matched);
  if (matched === null || given === null) return null;
  const { endpoint } = matched;
  switch (language) {
    case 'python':
      return sdkPython(origin, endpoint.id, given);
    case 'node':
      return sdkNode(origin, endpoint, given);
    case 'go':
      return sdkGo(origin, endpoint.id, given);
    case 'java':
      return sdkJava(origin, endpoint.id, given);
  }
}

/** Why a language cannot send a request; the texts stand in the screens' `request:copyAs.impossible`. */
export type CodeObstacle =
  /** Half a surrogate pair. */
  | 'half-pair'
  /** `fetch` takes no body with GET and HEAD. */
  | 'get-with-body'
  /** java.net.http takes nothing else in a header. */
  | 'header-not-ascii';

function plainObstacle(language: RequestLanguage, request: PlainRequest): CodeObstacle | null {
  const { method, headers, body } = request;
  if (language === 'node' && body !== null && (method === 'GET' || method === 'HEAD')) return 'get-with-body';
  const isAscii = headers.every(({ text }) => /^[\t -~]*$/.test(text));
  return language === 'java' && !isAscii ? 'header-not-ascii' : null;
}

/** A program, or why there is none. */
export type WrittenCode =
  | { readonly code: RequestCode; readonly obstacle: null }
  | { readonly code: null; readonly obstacle: CodeObstacle };

/**
 * The program that sends `request`: by the official SDK of the language where it has a call that takes all of it, else
 * by plain HTTP. Credentials are environment variables (`COZE_API_TOKEN`), and what looks like a secret in the values
 * is taken out.
 */
export function codeOrObstacle(language: RequestLanguage, sent: SentRequest): WrittenCode {
  const request = withoutSecrets(sent.request);
  if (isTorn(request)) return { code: null, obstacle: 'half-pair' };
  const clean = { ...sent, request };
  const bySdk = sdkText(language, clean);
  if (bySdk !== null) return { code: { text: bySdk, by: 'sdk' }, obstacle: null };
  const plain = plainRequest(clean);
  const obstacle = plainObstacle(language, plain);
  if (obstacle !== null) return { code: null, obstacle };
  return { code: { text: plainWriters[language](plain), by: 'http' }, obstacle: null };
}

/** As {@link codeOrObstacle}; null where the language cannot send it. */
export function requestCode(language: RequestLanguage, sent: SentRequest): RequestCode | null {
  return codeOrObstacle(language, sent).code;
}
