import { type EndpointVerdict, judgeEndpoints } from '../../../shared/coze/scope/endpoint-verdicts.ts';
import { readScope } from '../../../shared/coze/scope/read-scope.ts';
import { type Outcome, outcome, skipped, type Visit } from '../outcome.ts';
import { ownCause } from '../own-cause.ts';
import { seenOf } from '../seen.ts';

/** Sets of which one is enough: `a + b`, or `c`. */
function inWords(needs: EndpointVerdict['needs']): string {
  return (needs ?? []).map((set) => set.join(' + ')).join(' | ');
}

function judged({ kind, reason, endpoint, needs }: EndpointVerdict, given: string): Outcome {
  const permission = inWords(needs);
  const params = { endpoint: `${endpoint.method} ${endpoint.path}`, permission };
  const seen = seenOf({ endpoint: params.endpoint, permission, scope: given });
  const details = { params, seen };
  switch (reason) {
    case 'no-permission':
      return outcome('passed', 'permission-none-needed', details);
    case 'named':
      return outcome('passed', 'permission-in-scope', details);
    case 'app-decides':
      return outcome('cannot-tell', 'permission-of-app', {
        ...details,
        causes: [ownCause('app-lacks-permission')],
      });
    case 'channel-token':
      return outcome('failed', 'permission-channel-refused', {
        ...details,
        causes: [ownCause('channel-cannot-call')],
      });
    case 'other-permission':
      return outcome('failed', 'permission-not-in-scope', {
        ...details,
        causes: [ownCause('scope-too-narrow')],
      });
    case 'undocumented':
      return outcome('cannot-tell', 'permission-unknown', details);
    case 'unverified':
    case 'no-list':
      return outcome(kind === 'unknown' ? 'cannot-tell' : 'warning', 'permission-unverified', details);
  }
}

/**
 * Whether the app's token may call the endpoint that was named, as far as the catalogue and the scope tell. Nothing is
 * sent: the call itself might change something.
 */
export async function permissionCheck({ patient, endpointId }: Visit): Promise<Outcome> {
  if (endpointId === null) return skipped('skipped-no-endpoint');
  const { variant, defaults } = patient.app;
  const isChannel = variant.kind === 'channel';
  const scope = readScope(defaults.scope === null ? '' : JSON.stringify(defaults.scope));
  const verdict = judgeEndpoints(scope, isChannel).find(({ endpoint }) => endpoint.id === endpointId);
  if (verdict === undefined) {
    return outcome('cannot-tell', 'permission-endpoint-unknown', { params: { id: endpointId } });
  }
  return judged(verdict, isChannel ? (scope.permissions ?? []).join(', ') : '');
}
