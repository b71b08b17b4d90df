import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import type { FormPart, HttpBody } from '../../../shared/curl/http-request.ts';
import type { SentRequest } from '../../../shared/curl/write-curl.ts';
import { fillPath, readAddress, splitAddress } from '../request/address.ts';
import { draftAsksForStream } from '../request/draft-asks-for-stream.ts';
import type { BodyDraft, PartRow, RequestDraft } from '../request/request-draft.ts';
import { isPartSent, type Surroundings, sentHeaders, sentQuery } from '../request/run-request.ts';

function partOf({ name, kind, text, file, ...row }: PartRow): FormPart {
  const contentType = row.contentType.trim() || null;
  if (kind === 'text') return { kind, name, text, contentType };
  return { kind, name, path: file?.name ?? name, fileName: row.fileName.trim() || null, contentType };
}

function bodyOf(body: BodyDraft): HttpBody | null {
  switch (body.kind) {
    case 'none':
      return null;
    case 'json':
      if (body.json.trim() === '') return null;
      return { kind: 'json', text: body.json, contentType: 'application/json' };
    case 'text':
      return { kind: 'text', text: body.text, contentType: body.textType.trim() || null };
    case 'form':
      return { kind: 'form', parts: body.parts.filter(isPartSent).map(partOf) };
    case 'file':
      return body.file === null
        ? null
        : { kind: 'file', path: body.file.name, contentType: body.fileType.trim() || null };
  }
}

/** The request as it is written down for others: as a curl command or as code. Null while it has no address. */
export function sentRequestOf(
  draft: RequestDraft,
  endpoint: Endpoint | null,
  { apiOrigin, tokenOrigins }: Surroundings,
  hasToken: boolean,
): SentRequest | null {
  const { base } = splitAddress(draft.address);
  const read = readAddress(base, apiOrigin);
  if (read.kind === 'empty') return null;
  const filled = fillPath(read.kind === 'url' ? read.url : read.path, draft.path);
  const origin =
    read.kind === 'url'
      ? (/^[a-z]+:\/\/[^/]*/i.exec(filled)?.[0] ?? '')
      : (apiOrigin ?? 'https://api.coze.cn');
  const path = read.kind === 'url' ? filled.slice(origin.length) || '/' : filled;
  const goesAlong = read.kind === 'path' || (read.origin !== null && tokenOrigins.includes(read.origin));
  return {
    request: {
      method: draft.method,
      origin,
      path,
      query: sentQuery(draft),
      headers: sentHeaders(draft),
      body: bodyOf(draft.body),
    },
    hasToken: hasToken && goesAlong,
    answer:
      endpoint?.streaming === 'binary' ? 'bytes' : draftAsksForStream(draft, endpoint) ? 'events' : 'text',
  };
}
