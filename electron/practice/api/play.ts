import type { PracticeCheckId } from '../../../shared/practice-check.ts';
import type { ApiAnswer, ApiCall, ApiEndpoint } from './api-endpoint.ts';
import { catalogueEntry, permissionsOf } from './catalogue.ts';
import { requireCatalogued } from './catalogued-parameters.ts';
import { requireChannelAllowed, requireReach } from './reach.ts';

interface Part {
  /** The checks that `answer` makes after `parameters`, in order. */
  readonly checks?: readonly PracticeCheckId[];
  /** In place of the permissions of the catalogue, where the documentation asks for one of several. */
  readonly permissions?: readonly string[];
  /** Body members that are taken in any form. */
  readonly loose?: readonly string[];
  readonly answer: (call: ApiCall) => ApiAnswer | Promise<ApiAnswer>;
}

/**
 * Plays the catalogue's endpoint `id`: method, path, permissions and parameters are as the catalogue has them, so
 * `answer` finds every required parameter there and of its type. A token of a path that does not reach the endpoint is
 * refused first.
 */
export function play(id: string, { checks = [], permissions, loose = [], answer }: Part): ApiEndpoint {
  const entry = catalogueEntry(id);
  return {
    method: methodOf(entry.method),
    path: entry.path,
    permissions: permissions ?? permissionsOf(entry),
    checks: [
      'token-reach',
      ...(entry.channelToken === false ? (['channel-token-allowed'] as const) : []),
      'parameters',
      ...checks,
    ],
    ...(entry.body?.contentType === 'multipart/form-data' ? { takes: 'multipart' } : {}),
    answer: (call) => {
      requireReach(call, entry);
      if (entry.channelToken === false) requireChannelAllowed(call, entry);
      requireCatalogued(call, id, loose);
      return answer(call);
    },
  };
}

function methodOf(method: string): ApiEndpoint['method'] {
  switch (method) {
    case 'GET':
    case 'POST':
    case 'PUT':
    case 'DELETE':
      return method;
    default:
      throw new Error(`no method "${method}"`);
  }
}
