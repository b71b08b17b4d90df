import type { Problem } from '../../problem.ts';
import { type Cause, cause } from './cause.ts';
import { type CauseFacts, customHost, placeAsked } from './cause-facts.ts';
import { wrongPlace } from './place-causes.ts';
import { brokenAnswer } from './practice-causes.ts';

const retrySeconds = 10;

/** API codes that say: later (扣子 API 错误码). */
const busyCodes: ReadonlySet<unknown> = new Set([4009, 5000]);
const rateCodes: ReadonlySet<unknown> = new Set([4013, 4020]);
const studioSessionMissing = 700_012_006;

function gatewayDown(facts: CauseFacts): readonly Cause[] {
  const own = facts.region.kind === 'custom' ? [cause('base-url', { host: customHost(facts) })] : [];
  return [cause('gateway-down', { seconds: retrySeconds }), ...own];
}

function pathCauses(facts: CauseFacts): readonly Cause[] {
  const path = facts.variant === 'developer' || facts.variant === 'channel' ? [] : [cause('path-unknown')];
  if (facts.region.kind === 'custom') return [...wrongPlace(facts), ...path];
  return path;
}

/** Why the server said that there were too many requests. */
export function rateLimitCauses({ params }: Pick<Problem, 'params'>, facts: CauseFacts): readonly Cause[] {
  const limited = cause('rate-limited', { seconds: Number(params['seconds'] ?? 60) });
  return placeAsked(facts) === 'practice' ? [brokenAnswer(facts), limited] : [limited];
}

/** By the status alone, for an answer that is not Coze's. Null when the status tells nothing. */
function statusCauses(status: number, facts: CauseFacts): readonly Cause[] | null {
  const isCustom = facts.region.kind === 'custom';
  if (status >= 500) return gatewayDown(facts);
  if (status === 407 || status === 401) {
    return isCustom
      ? [cause('not-the-api', { host: customHost(facts) }), cause('proxy-login')]
      : [cause('proxy-login')];
  }
  if (status === 403 || status === 451) {
    return isCustom
      ? [cause('gateway-blocks'), cause('not-the-api', { host: customHost(facts) })]
      : [cause('gateway-blocks')];
  }
  if (status === 404 || status === 405) return pathCauses(facts);
  return null;
}

function pageCauses(facts: CauseFacts): readonly Cause[] {
  return facts.region.kind === 'custom'
    ? [cause('not-the-api', { host: customHost(facts) }), cause('captive-portal')]
    : [cause('captive-portal'), cause('proxy-login')];
}

function envelopeCauses(code: unknown, facts: CauseFacts): readonly Cause[] {
  if (busyCodes.has(code)) return [cause('coze-internal', { seconds: retrySeconds })];
  if (rateCodes.has(code)) return [cause('rate-limited', { seconds: 60 })];
  if (facts.region.kind !== 'custom') return [];
  const place = cause('base-url', { host: customHost(facts) });
  return code === studioSessionMissing ? [cause('self-hosted'), place] : [place];
}

const notItsOwn: ReadonlySet<unknown> = new Set([
  'html',
  'envelope-error',
  'status',
  'empty',
  'not-json',
  'not-object',
]);

/** Nothing stands between this app and practice Coze: what is not an answer of its own is one of its faults. */
function practiceCauses(reason: unknown, facts: CauseFacts): readonly Cause[] {
  return notItsOwn.has(reason) ? [brokenAnswer(facts)] : [];
}

/** Why an answer of the token endpoint may not be one that the documentation knows. */
export function unexpectedCauses(
  { params, server }: Pick<Problem, 'params' | 'server'>,
  facts: CauseFacts,
): readonly Cause[] {
  const status = Number(params['status'] ?? server?.status ?? 0);
  if (placeAsked(facts) === 'practice') return practiceCauses(params['reason'], facts);
  switch (params['reason']) {
    case 'html':
      return statusCauses(status, facts) ?? pageCauses(facts);
    case 'envelope-error':
      return envelopeCauses(params['code'], facts);
    case 'status':
      return statusCauses(status, facts) ?? [];
    case 'empty':
    case 'not-json':
    case 'not-object': {
      const byStatus = status >= 400 ? statusCauses(status, facts) : null;
      if (byStatus !== null) return byStatus;
      const own = facts.region.kind === 'custom' ? wrongPlace(facts) : [];
      return [...own, cause('answer-changed')];
    }
    case 'expires-past':
      return server?.serverTime === null ? [cause('clock-unchecked')] : [];
    default:
      return [];
  }
}
