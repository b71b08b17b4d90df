import type { ConsoleBody, FormPart, RunRequest } from '../../../shared/console-run.ts';
import { secretHeader, secretParameter } from '../../../shared/secret-names.ts';
import { formatBody } from '../request/body-text.ts';
import { isMasked, markedPair, markedPart } from '../request/not-kept.ts';
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

const rowsOf = (pairs: RunRequest['headers']): readonly PairRow[] =>
  pairs.map(([name, value], index) => pairRow(index + 1, name, value));

const isLost = (name: string, value: string, secretName: RegExp) =>
  value === '' ? secretName.test(name) : isMasked(value);

/** An empty header is none that anybody wanted, unless a secret was taken out of it. */
function headersOf(pairs: RunRequest['headers']): readonly PairRow[] {
  return rowsOf(pairs).map((row) => {
    const lost = isLost(row.name, row.value, secretHeader);
    return markedPair({ ...row, on: lost || row.value !== '' }, lost);
  });
}

function queryOf(rows: readonly PairRow[]): readonly PairRow[] {
  return rows.map((row) => markedPair(row, row.on && isLost(row.name, row.value, secretParameter)));
}

function partOf(part: FormPart, index: number): PartRow {
  const { name, contentType = '' } = part;
  if ('text' in part) {
    const row = { ...partRow(index + 1, name, part.text), contentType };
    return markedPart(row, isLost(name, part.text, secretParameter));
  }
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

/** A request that was sent, to be written on and sent again; its files have to be chosen and its secrets entered anew. */
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
    query: rowsOf(query),
    headers: headersOf(headers),
    variableSetId,
  };
  const placed = withPastedAddress(own, target.kind === 'region' ? target.path : target.url, null);
  return { ...placed, query: queryOf(placed.query), body: bodyOf(body, freeDraft().body) };
}
