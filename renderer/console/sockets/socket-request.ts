import type { SocketRequest } from '../../../shared/console-socket.ts';
import type { TokenSource } from '../../../shared/token-source.ts';
import { fillPath } from '../request/address.ts';
import type { RequestDraft } from '../request/request-draft.ts';
import { type Obstacle, obstaclesOf, sentQuery } from '../request/run-request.ts';
import { readSocketAddress, socketOriginOf } from './socket-address.ts';

/**
 * What keeps the WebSocket from being connected to, the first thing first.
 *
 * @param resolves - whether a variable of that name has a value
 */
export function socketObstacles(
  draft: RequestDraft,
  resolves: (name: string) => boolean,
  apiOrigin: string | null,
): readonly Obstacle[] {
  const read = readSocketAddress(draft.address, socketOriginOf(apiOrigin));
  // Which hosts there are is not known while practice Coze is stopped; connecting starts it.
  const isElsewhere = read.kind === 'elsewhere' && apiOrigin !== null;
  const elsewhere: readonly Obstacle[] = isElsewhere
    ? [{ kind: 'socket-elsewhere', origin: read.origin }]
    : [];
  return [...elsewhere, ...obstaclesOf(draft, resolves)];
}

/** The WebSocket as the main process takes it. */
export function socketRequestOf(
  draft: RequestDraft,
  source: TokenSource,
  apiOrigin: string | null,
): SocketRequest {
  const read = readSocketAddress(draft.address, socketOriginOf(apiOrigin));
  return {
    source,
    endpointId: draft.endpointId,
    path: fillPath(read.kind === 'path' ? read.path : '/', draft.path),
    query: sentQuery(draft),
    variableSetId: draft.variableSetId,
  };
}
