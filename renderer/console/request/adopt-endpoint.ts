import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { draftOfEndpoint, nextRowId, type RequestDraft } from './request-draft.ts';

/** The draft with the query rows of the endpoint among its own: what was written already keeps its value. */
export function draftForEndpoint(draft: RequestDraft, endpoint: Endpoint): RequestDraft {
  const fresh = draftOfEndpoint(endpoint);
  const written = draft.query.filter(({ name }) => name.trim() !== '');
  const known = fresh.query.map((row) => {
    const own = written.find(({ name }) => name === row.name);
    return own === undefined ? row : { ...row, value: own.value, on: own.on };
  });
  const names = new Set(known.map(({ name }) => name));
  const seen = new Set<string>();
  const others = written.filter(({ name }) => {
    const isFirst = names.has(name) && !seen.has(name);
    seen.add(name);
    return !isFirst;
  });
  const first = nextRowId(known);
  return {
    ...draft,
    endpointId: endpoint.id,
    query: [...known, ...others.map((row, index) => ({ ...row, id: first + index, known: false }))],
    body: draft.body.kind === 'none' && endpoint.body !== null ? fresh.body : draft.body,
  };
}
