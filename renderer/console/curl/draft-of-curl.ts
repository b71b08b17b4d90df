import type { FormPart, HttpBody } from '../../../shared/curl/http-request.ts';
import type { CurlRequest } from '../../../shared/curl/make-request.ts';
import type { CurlReading } from '../../../shared/curl/read-curl.ts';
import { readAddress } from '../request/address.ts';
import { draftForEndpoint } from '../request/adopt-endpoint.ts';
import { formatBody, readBody } from '../request/body-text.ts';
import {
  type BodyDraft,
  draftOfEndpoint,
  freeDraft,
  type PartRow,
  pairRow,
  partRow,
  type RequestDraft,
  withJson,
} from '../request/request-draft.ts';

function partOf(part: FormPart, id: number): PartRow {
  const contentType = part.contentType ?? '';
  if (part.kind === 'text') return { ...partRow(id, part.name, part.text), contentType };
  return { ...partRow(id, part.name), kind: 'file', contentType, fileName: part.fileName ?? '' };
}

/** A short JSON text on one line is laid out; any other stays as it was written. */
function laidOut(text: string): string {
  return text.includes('\n') ? text : formatBody(text);
}

/** The text of a body that becomes the JSON of the request; null for any other. */
function jsonOf(given: HttpBody | null): string | null {
  if (given?.kind === 'json') return given.text;
  if (given?.kind !== 'text' || !/\bjson\b/i.test(given.contentType ?? '')) return null;
  return readBody(given.text).error === null ? given.text : null;
}

function bodyOf(given: HttpBody | null, empty: BodyDraft): BodyDraft {
  if (given === null) return { ...empty, kind: 'none' };
  const json = jsonOf(given);
  if (json !== null) return withJson({ ...empty, kind: 'json' }, laidOut(json));
  switch (given.kind) {
    case 'json':
    case 'text':
      return { ...empty, kind: 'text', text: given.text, textType: given.contentType ?? '' };
    case 'form':
      return { ...empty, kind: 'form', parts: given.parts.map((part, index) => partOf(part, index + 1)) };
    case 'file':
      return { ...empty, kind: 'file', fileType: given.contentType ?? empty.fileType };
  }
}

/** The parts of the command in the places of the endpoint's; those that it did not name are off. */
function withKnownParts(body: BodyDraft, known: readonly PartRow[]): BodyDraft {
  if (body.kind !== 'form' || known.length === 0) return body;
  const ownOf = (row: PartRow) => body.parts.find(({ name }) => name === row.name);
  const taken = known.map((row) => {
    const own = ownOf(row);
    return own === undefined ? { ...row, on: false } : { ...own, id: row.id, known: true };
  });
  const placed = new Set(known.map(ownOf));
  const others = body.parts.filter((part) => !placed.has(part));
  return {
    ...body,
    parts: [...taken, ...others.map((row, index) => ({ ...row, id: known.length + index + 1 }))],
  };
}

function addressOf({ origin, path }: CurlRequest, { region }: CurlReading, apiOrigin: string | null): string {
  if (origin === null || region?.kind === 'cn' || region?.kind === 'com') return path;
  const read = readAddress(`${origin}${path}`, apiOrigin);
  return read.kind === 'path' ? read.path : `${origin}${path}`;
}

/** The credential of a command as a header of the request; a token for the API is none of it: the chosen one goes there. */
function credentialOf({ secret }: CurlReading, isOnApi: boolean): readonly (readonly [string, string])[] {
  if (secret === null || (secret.kind === 'bearer' && isOnApi)) return [];
  if (secret.kind === 'bearer') return [['Authorization', `Bearer ${secret.text}`]];
  return [['Authorization', `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(secret.text)))}`]];
}

/** Whether the request names its own credential, and can be sent with no token only. */
export function hasOwnCredential({ headers }: RequestDraft): boolean {
  return headers.some(({ on, name }) => on && name.toLowerCase() === 'authorization');
}

/**
 * The request of a curl command as a draft; null where there is none. A token for the API is no part of it. A command for one of
 * Coze's own hosts goes to the API host of the chosen app.
 *
 * @param apiOrigin - of the chosen app or token; null while it is unknown
 */
export function draftOfCurl(reading: CurlReading, apiOrigin: string | null): RequestDraft | null {
  const { request, endpoint, secretHeaders } = reading;
  if (request === null) return null;
  const address = addressOf(request, reading, apiOrigin);
  const isOnApi = address.startsWith('/');
  const matched = endpoint !== null && (isOnApi || endpoint.endpoint.host !== null) ? endpoint : null;
  const fresh = matched === null ? freeDraft() : draftOfEndpoint(matched.endpoint);
  const body = bodyOf(request.body, freeDraft().body);
  const draft: RequestDraft = {
    ...freeDraft(),
    method: request.method,
    address: matched === null ? address : fresh.address,
    path: Object.fromEntries(matched?.pathParams.filter(([, value]) => value !== '') ?? []),
    query: request.query.map(([name, value], index) => pairRow(index + 1, name, value)),
    headers: [...request.headers, ...secretHeaders, ...credentialOf(reading, isOnApi)].map(
      ([name, value], index) => pairRow(index + 1, name, value),
    ),
    body: withKnownParts(body, fresh.body.parts),
  };
  if (matched === null) return draft;
  return { ...draftForEndpoint(draft, matched.endpoint), body: draft.body };
}

/** Whether the JSON of the request has other white space than that of the command. */
export function isLaidOut({ request }: CurlReading): boolean {
  const json = jsonOf(request?.body ?? null);
  return json !== null && laidOut(json) !== json;
}

/** Names of the files that have to be chosen anew. */
export function filesOf({ request }: CurlReading): readonly string[] {
  const body = request?.body ?? null;
  if (body?.kind === 'file') return [body.path];
  return body?.kind === 'form' ? body.parts.flatMap((part) => (part.kind === 'file' ? [part.path] : [])) : [];
}
