import type { ConsoleBody, FormPart, RunRequest } from '../../../shared/console-run.ts';
import { formatBody } from '../request/body-text.ts';
import { withPastedAddress } from '../request/paste-address.ts';
import {
  type BodyDraft,
  freeDraft,
  type PairRow,
  type PartRow,
  pairRow,
  partRow,
  type RequestDraft,
  withJson,
} from '../request/request-draft.ts';

/** What was taken out because it is a secret is off: an empty header is none that anybody wanted. */
function rowsOf(pairs: RunRequest['headers']): readonly PairRow[] {
  return pairs.map(([name, value], index) => ({ ...pairRow(index + 1, name, value), on: value !== '' }));
}

function partOf(part: FormPart, index: number): PartRow {
  const { name, contentType = '' } = part;
  if ('text' in part) return { ...partRow(index + 1, name, part.text), contentType };
  return { ...partRow(index + 1, name), kind: 'file', contentType, fileName: part.fileName ?? '' };
}

function bodyOf(body: ConsoleBody, empty: BodyDraft): BodyDraft {
  switch (body.kind) {
    case 'none':
      return empty;
    case 'text':
      return /[/+]json\b/i.test(body.contentType)
        ? withJson({ ...empty, kind: 'json' }, body.text.includes('\n') ? body.text : formatBody(body.text))
        : { ...empty, kind: 'text', text: body.text, textType: body.contentType };
    case 'file':
      return { ...empty, kind: 'file', fileType: body.contentType };
    case 'form':
      return {
        ...empty,
        kind: 'form',
        parts: body.parts.map(partOf),
      };
  }
}

/** A request that was sent, to be written on and sent again; its files have to be chosen anew. */
export function draftOfRequest({
  method,
  target,
  query,
  headers,
  body,
  variableSetId,
}: RunRequest): RequestDraft {
  const own: RequestDraft = {
    ...freeDraft(),
    method,
    query: rowsOf(query).map((row) => ({ ...row, on: true })),
    headers: rowsOf(headers),
    variableSetId,
  };
  const placed = withPastedAddress(own, target.kind === 'region' ? target.path : target.url, null);
  return { ...placed, body: bodyOf(body, freeDraft().body) };
}
