import type { StreamedAnswer, StreamingClient } from '../http/client.ts';
import { findHeader } from '../http/find-header.ts';
import type { RequestBody } from '../http/request-body.ts';
import { type AnswerKind, answerKind } from './answer-kind.ts';
import type { ToldCharset } from './charset.ts';
import { requestHeaders } from './request-headers.ts';
import { requestUrl } from './request-url.ts';

type Pair = readonly [name: string, value: string];

/** Milliseconds in which nothing arrives; a workflow that is not streamed may take 90 s. */
export const longestSilence = 180_000;

/** One API request whose answer is read as it comes. */
export interface RequestToOpen {
  readonly method: string;
  /** Starts with `/`; may be percent-encoded already. */
  readonly path: string;
  /** In order, names may repeat; not yet percent-encoded. */
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly body: RequestBody;
  /** Origin of the app's API; the token goes nowhere else. */
  readonly api: string;
  /** Null for none; then the headers may have a credential. */
  readonly token: string | null;
  readonly signal: AbortSignal;
}

/** An answer that is still coming. */
export interface OpenAnswer extends Omit<StreamedAnswer, 'body' | 'dateHeader'>, ToldCharset {
  /** `x-tt-logid`. */
  readonly logId: string | null;
  readonly contentType: string | null;
  /** How `chunks` are to be read. */
  readonly kind: AnswerKind;
  /** The body, to be read once; leaving the loop ends the connection. Throws as {@link openRequest} does. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Checks the request without sending it.
 *
 * @returns the URL that it would go to
 * @throws ProblemError `http/url-refused`, `input/header`, and with a token `input/two-credentials`
 */
export function checkRequest(
  { api, path, query, headers }: Pick<RequestToOpen, 'api' | 'path' | 'query' | 'headers'>,
  hasToken: boolean,
): string {
  requestHeaders(headers, false, hasToken ? '' : null);
  return requestUrl(api, path, query);
}

/**
 * Sends one API request and gives its answer, whatever its status, as soon as its first bytes are there. It
 * is sent once: nothing is retried.
 *
 * @throws ProblemError `http/…`, `input/invalid`; an `AbortError` when cancelled
 */
export async function openRequest(
  http: Pick<StreamingClient, 'open'>,
  request: RequestToOpen,
): Promise<OpenAnswer> {
  const { method, body, token, signal } = request;
  const { body: bytes, ...answer } = await http.open({
    method,
    url: checkRequest(request, token !== null),
    headers: requestHeaders(request.headers, body !== null, token),
    body,
    signal,
    silenceMs: longestSilence,
  });
  const { status, statusText, headers, firstByteMs, url } = answer;
  const contentType = findHeader(headers, 'content-type');
  const known = await answerKind(bytes, contentType);
  const logId = findHeader(headers, 'x-tt-logid');
  return { status, statusText, headers, firstByteMs, url, logId, contentType, ...known };
}
