import type { HttpRequest } from '../curl/http-request.ts';
import { withoutSecrets } from '../curl/without-secrets.ts';
import type { SentRequest } from '../curl/write-curl.ts';
import { plainGo } from './plain-go.ts';
import { plainJava } from './plain-java.ts';
import { plainNode } from './plain-node.ts';
import { plainPython } from './plain-python.ts';
import { type PlainRequest, plainRequest } from './plain-request.ts';

/** What the code of a request can be written in, besides curl. */
export const requestLanguages = ['python', 'node', 'go', 'java'] as const;
export type RequestLanguage = (typeof requestLanguages)[number];

export interface RequestCode {
  readonly text: string;
  /** Whether the official SDK of the language is called, or plain HTTP is spoken. */
  readonly by: 'sdk' | 'http';
}

const plainWriters: Readonly<Record<RequestLanguage, (request: PlainRequest) => string | null>> = {
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
    ...parts.flatMap((part) => [part.name, part.kind === 'text' ? part.text : part.path]),
  ];
  return texts.some((text) => /\p{Cs}/u.test(text));
}

/**
 * The program that sends `request` by plain HTTP. Credentials are environment variables, and what looks like a secret in
 * the values is taken out. Null where the language cannot send it.
 */
export function plainCode(language: RequestLanguage, sent: SentRequest): RequestCode | null {
  const request = withoutSecrets(sent.request);
  if (isTorn(request)) return null;
  const text = plainWriters[language](plainRequest({ ...sent, request }));
  return text === null ? null : { text, by: 'http' };
}
