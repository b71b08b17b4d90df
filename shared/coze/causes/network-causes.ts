import type { Problem } from '../../problem.ts';
import { type Cause, cause } from './cause.ts';
import { type CauseFacts, customHost, placeAsked } from './cause-facts.ts';
import { wrongClock } from './place-causes.ts';
import { brokenAnswer } from './practice-causes.ts';

type Failure = Pick<Problem, 'params'>;

const isCoze = (facts: CauseFacts) => ['cn', 'com'].includes(placeAsked(facts));
const isElsewhere = (facts: CauseFacts) => placeAsked(facts) === 'elsewhere';

/** A network that needs a proxy looks the same as none; not worth saying where one is used already. */
const proxyNeeded = ({ params }: Failure, { proxy }: CauseFacts): readonly Cause[] =>
  proxy === true || params['proxySource'] !== undefined ? [] : [cause('proxy-needed')];

function host({ params }: Failure): string {
  return String(params['host'] ?? '');
}

/** The proxy and what names it; the system's where the failure does not say. */
function proxyOf({ params }: Failure): Cause['params'] {
  return { proxy: params['proxy'] ?? '', proxySource: params['proxySource'] ?? 'system' };
}

/** Why no connection could be made, by `reason` of `http/unreachable`. */
export function unreachableCauses(problem: Failure, facts: CauseFacts): readonly Cause[] {
  const place = placeAsked(facts);
  const typed = place === 'elsewhere' ? 'address-mistyped' : 'host-mistyped';
  const mistyped = isCoze(facts) ? [] : [cause(typed, { host: host(problem) })];
  switch (problem.params['reason']) {
    case 'dns':
      return [
        ...mistyped,
        cause('offline'),
        ...proxyNeeded(problem, facts),
        cause('dns-blocked', { host: host(problem) }),
      ];
    case 'refused':
      if (place === 'practice') return [cause('practice-stopped')];
      if (place === 'elsewhere') return [cause('address-closed', { host: host(problem) })];
      if (place === 'custom') return [cause('server-not-listening', { host: host(problem) })];
      return [cause('firewall'), ...proxyNeeded(problem, facts)];
    case 'network':
      return [cause('offline'), cause('firewall'), ...proxyNeeded(problem, facts)];
    case 'proxy-refused':
      return [cause('proxy-refused', proxyOf(problem))];
    case 'proxy-dns':
      return [cause('proxy-dns', proxyOf(problem)), cause('offline')];
    case 'proxy-kind':
      return [cause('proxy-kind', proxyOf(problem))];
    case 'proxy-answer': {
      const status = Number(problem.params['proxyStatus'] ?? 0);
      if (status === 407) return [cause('proxy-login')];
      const said = { status, host: host(problem), ...proxyOf(problem) };
      return [cause(status >= 500 ? 'proxy-down' : 'proxy-blocks', said)];
    }
    case 'proxy':
      return [cause('proxy-refused', proxyOf(problem))];
    default:
      return [];
  }
}

/** Why TLS failed, by the code of OpenSSL or Node that is the `reason` of `http/tls`. */
export function tlsCauses(problem: Failure, facts: CauseFacts): readonly Cause[] {
  const reason = String(problem.params['reason'] ?? '');
  const own = isCoze(facts) ? [] : [cause('certificate-own', { host: host(problem) })];
  if (/HAS_EXPIRED/.test(reason)) return [...wrongClock(facts), cause('certificate-expired')];
  if (/NOT_YET_VALID/.test(reason)) return [...wrongClock(facts), cause('certificate-early')];
  if (/ALTNAME|HOSTNAME_MISMATCH/.test(reason)) {
    if (isElsewhere(facts)) return [cause('address-other-host', { host: host(problem) })];
    const other = cause('certificate-other-host', { host: customHost(facts) || host(problem) });
    return isCoze(facts) ? [cause('captive-portal'), cause('tls-interception')] : [other];
  }
  if (/^DEPTH_ZERO_SELF_SIGNED/.test(reason)) return [...own, cause('tls-interception')];
  if (/^(?:SELF_SIGNED|UNABLE_TO_|CERT_(?:UNTRUSTED|SIGNATURE_FAILURE)|INVALID_CA)/.test(reason)) {
    return [cause('tls-interception'), ...own];
  }
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|HTTP_REQUEST|^EPROTO$/.test(reason)) {
    if (isElsewhere(facts)) return [cause('address-not-tls', { host: host(problem) })];
    return isCoze(facts) ? [cause('tls-interception')] : [cause('not-tls', { host: host(problem) })];
  }
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|HANDSHAKE_FAILURE|NO_SHARED_CIPHER/.test(reason)) {
    return [cause('tls-version')];
  }
  return [];
}

/** Why no answer came in time, by `phase` of `http/timeout`. */
export function timeoutCauses(problem: Failure, facts: CauseFacts): readonly Cause[] {
  if (placeAsked(facts) === 'practice') return [brokenAnswer(facts)];
  if (problem.params['phase'] === 'connect')
    return [cause('firewall'), ...proxyNeeded(problem, facts), cause('offline')];
  return [cause('server-slow'), cause('connection-cut')];
}

/** Why the connection broke. */
export function resetCauses(facts: CauseFacts): readonly Cause[] {
  return [placeAsked(facts) === 'practice' ? brokenAnswer(facts) : cause('connection-cut')];
}

/** Why an answer was not HTTP, or not in the coding that it names. */
export function garbledCauses(facts: CauseFacts): readonly Cause[] {
  const place = placeAsked(facts);
  if (place === 'elsewhere') return [];
  return [place === 'practice' ? brokenAnswer(facts) : cause('answer-changed')];
}

/** Why the server sent the request elsewhere, or round in a circle. */
export function redirectCauses({ params }: Failure, facts: CauseFacts): readonly Cause[] {
  if (params['reason'] === 'too-many')
    return [cause('redirect-loop', { from: String(params['from'] ?? '') })];
  if (isElsewhere(facts)) return [cause('address-moved', { to: String(params['to'] ?? '') })];
  const elsewhere = cause('redirect-elsewhere', { to: String(params['to'] ?? '') });
  return isCoze(facts) ? [cause('redirect-login')] : [elsewhere, cause('redirect-login')];
}
