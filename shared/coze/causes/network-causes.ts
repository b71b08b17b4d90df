import type { Problem } from '../../problem.ts';
import { type Cause, cause } from './cause.ts';
import { type CauseFacts, customHost } from './cause-facts.ts';
import { wrongClock } from './place-causes.ts';
import { brokenAnswer } from './practice-causes.ts';

type Failure = Pick<Problem, 'params'>;

const isCoze = ({ region }: CauseFacts) => region.kind === 'cn' || region.kind === 'com';

/** A network that needs a proxy looks the same as none; not worth saying where one is used already. */
const proxyNeeded = ({ proxy }: CauseFacts): readonly Cause[] =>
  proxy === true ? [] : [cause('proxy-needed')];

function host({ params }: Failure): string {
  return String(params['host'] ?? '');
}

/** Why no connection could be made, by `reason` of `http/unreachable`. */
export function unreachableCauses(problem: Failure, facts: CauseFacts): readonly Cause[] {
  const mistyped = isCoze(facts) ? [] : [cause('host-mistyped', { host: host(problem) })];
  switch (problem.params['reason']) {
    case 'dns':
      return [
        ...mistyped,
        cause('offline'),
        ...proxyNeeded(facts),
        cause('dns-blocked', { host: host(problem) }),
      ];
    case 'refused':
      if (facts.region.kind === 'practice') return [cause('practice-stopped')];
      if (facts.region.kind === 'custom') return [cause('server-not-listening', { host: host(problem) })];
      return [cause('firewall'), ...proxyNeeded(facts)];
    case 'network':
      return [cause('offline'), cause('firewall'), ...proxyNeeded(facts)];
    case 'proxy-refused':
      return [cause('proxy-refused')];
    case 'proxy-dns':
      return [cause('proxy-dns'), cause('offline')];
    case 'proxy-kind':
      return [cause('proxy-kind')];
    case 'proxy-answer': {
      const status = Number(problem.params['proxyStatus'] ?? 0);
      if (status === 407) return [cause('proxy-login')];
      return [cause(status >= 500 ? 'proxy-down' : 'proxy-blocks', { status, host: host(problem) })];
    }
    case 'proxy':
      return [cause('proxy-refused')];
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
    const other = cause('certificate-other-host', { host: customHost(facts) || host(problem) });
    return isCoze(facts) ? [cause('captive-portal'), cause('tls-interception')] : [other];
  }
  if (/^DEPTH_ZERO_SELF_SIGNED/.test(reason)) return [...own, cause('tls-interception')];
  if (/^(?:SELF_SIGNED|UNABLE_TO_|CERT_(?:UNTRUSTED|SIGNATURE_FAILURE)|INVALID_CA)/.test(reason)) {
    return [cause('tls-interception'), ...own];
  }
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|HTTP_REQUEST|^EPROTO$/.test(reason)) {
    return isCoze(facts) ? [cause('tls-interception')] : [cause('not-tls', { host: host(problem) })];
  }
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|HANDSHAKE_FAILURE|NO_SHARED_CIPHER/.test(reason)) {
    return [cause('tls-version')];
  }
  return [];
}

/** Why no answer came in time, by `phase` of `http/timeout`. */
export function timeoutCauses({ params }: Failure, facts: CauseFacts): readonly Cause[] {
  if (facts.region.kind === 'practice') return [brokenAnswer(facts)];
  if (params['phase'] === 'connect') return [cause('firewall'), ...proxyNeeded(facts), cause('offline')];
  return [cause('server-slow'), cause('connection-cut')];
}

/** Why the connection broke. */
export function resetCauses(facts: CauseFacts): readonly Cause[] {
  return [facts.region.kind === 'practice' ? brokenAnswer(facts) : cause('connection-cut')];
}

/** Why the server sent the request elsewhere. */
export function redirectCauses({ params }: Failure, facts: CauseFacts): readonly Cause[] {
  const elsewhere = cause('redirect-elsewhere', { to: String(params['to'] ?? '') });
  return isCoze(facts) ? [cause('redirect-login')] : [elsewhere, cause('redirect-login')];
}
