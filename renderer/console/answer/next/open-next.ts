import { endpoints } from '../../../../shared/coze/endpoints.ts';
import type { NextRequest } from '../../../../shared/coze/next-request.ts';
import {
  draftOfEndpoint,
  nextRowId,
  type PairRow,
  pairRow,
  type RequestDraft,
  withJson,
} from '../../request/request-draft.ts';
import { openFilledDraft } from '../../tabs-store.ts';

function withQuery(rows: readonly PairRow[], query: NextRequest['query']): readonly PairRow[] {
  const known = rows.map((row) => {
    const value = query[row.name];
    return value === undefined ? row : { ...row, on: true, value };
  });
  const others = Object.entries(query).filter(([name]) => !rows.some((row) => row.name === name));
  const firstId = nextRowId(known);
  return [...known, ...others.map(([name, value], at) => pairRow(firstId + at, name, value))];
}

/** The request as a tab holds it: what is filled in takes the place of the example's. */
export function draftOfNext(next: NextRequest): RequestDraft | null {
  const endpoint = endpoints.find(({ id }) => id === next.endpointId);
  if (endpoint === undefined) return null;
  const draft = draftOfEndpoint(endpoint);
  const isJson = draft.body.kind === 'json';
  const body =
    next.body !== null && isJson ? withJson(draft.body, bodyText(draft.body.json, next.body)) : draft.body;
  return { ...draft, path: next.path, query: withQuery(draft.query, next.query), body };
}

function bodyText(example: string, given: NonNullable<NextRequest['body']>): string {
  const members = JSON.parse(example) as Record<string, unknown>;
  return JSON.stringify({ ...members, ...given }, null, 2);
}

/** Opens a request that follows from an answer in a tab of its own. */
export function openNext(next: NextRequest): void {
  const draft = draftOfNext(next);
  if (draft !== null) openFilledDraft(draft);
}
