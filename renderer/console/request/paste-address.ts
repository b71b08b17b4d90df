import { matchEndpoint } from '../../../shared/coze/match-endpoint.ts';
import { readSocketAddress, socketEntry, socketOriginOf } from '../sockets/socket-address.ts';
import { apiOriginOf } from '../surroundings.ts';
import {
  changeDraft,
  endpointOf,
  openFilledDraft,
  tabOf,
  useTabsStore,
  withEndpoint,
} from '../tabs-store.ts';
import { readAddress, type SplitAddress, splitAddress } from './address.ts';
import { draftForEndpoint } from './adopt-endpoint.ts';
import { draftOfEndpoint, nextRowId, pairRow, type RequestDraft } from './request-draft.ts';

/** The values that the path has where the endpoint's has a `:name`. */
function stepsIn(path: string, method: string): Readonly<Record<string, string>> {
  const found = matchEndpoint({ method, origin: null, path, grantType: null });
  return Object.fromEntries(found?.pathParams.filter(([, value]) => value !== '') ?? []);
}

/** The draft with a query among its rows: what is known gets its value, the rest comes behind. */
function withQuery(draft: RequestDraft, query: SplitAddress['query']): RequestDraft {
  const first = nextRowId(draft.query);
  const known = new Set(draft.query.filter((row) => row.known).map((row) => row.name));
  const values = new Map(query.filter(([name]) => known.has(name)));
  const rows = draft.query
    .filter((row) => row.known || row.name !== '')
    .map((row) => {
      const value = row.known ? values.get(row.name) : undefined;
      return value === undefined ? row : { ...row, value, on: true };
    });
  const added = query
    .filter(([name]) => !known.has(name))
    .map(([name, value], index) => pairRow(first + index, name, value));
  return { ...draft, query: [...rows, ...added] };
}

/**
 * The draft with a whole address in it: its query becomes rows, and where it is an entry of the catalogue, the steps of
 * the path become its parameters.
 */
export function withPastedAddress(draft: RequestDraft, text: string, apiOrigin: string | null): RequestDraft {
  const { base, query } = splitAddress(text.trim());
  const read = readAddress(base, apiOrigin);
  const address = read.kind === 'path' ? read.path : base;
  const moved = withEndpoint({ ...draft, address }, apiOrigin);
  const endpoint = endpointOf(moved);
  const placed: RequestDraft =
    endpoint === null || read.kind !== 'path'
      ? moved
      : {
          ...draftForEndpoint(moved, endpoint),
          address: endpoint.path,
          path: { ...moved.path, ...stepsIn(read.path, draft.method) },
        };
  return withQuery(placed, query);
}

/** The WebSocket of the catalogue that a whole `wss:` URL leads to, with its query in the rows; null for any other text. */
export function draftOfSocketUrl(text: string, apiOrigin: string | null): RequestDraft | null {
  const { base, query } = splitAddress(text.trim());
  const entry = /^wss?:/i.test(base) ? socketEntry(base) : null;
  if (entry === null) return null;
  const read = readSocketAddress(base, socketOriginOf(apiOrigin));
  const draft = withQuery(draftOfEndpoint(entry), query);
  // At another host it stays to be seen, with what is wrong about it.
  return read.kind === 'elsewhere' && apiOrigin !== null ? { ...draft, address: base } : draft;
}

/** Takes a pasted URL or path as the whole address, that of a WebSocket as one; false for what is a piece of one. */
export function pasteAddress(text: string): boolean {
  const tab = tabOf(useTabsStore.getState());
  const isWhole = /^\s*(?:(?:https?|wss?):\/\/|\/)\S+\s*$/i.test(text);
  if (tab === null || !isWhole || tab.history.present.address.trim() !== '') return false;
  const socket = draftOfSocketUrl(text, apiOriginOf(tab.tokenChoice));
  if (socket !== null) openFilledDraft(socket);
  else changeDraft('paste address', (draft) => withPastedAddress(draft, text, apiOriginOf(tab.tokenChoice)));
  return true;
}
