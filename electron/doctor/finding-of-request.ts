import type { CheckFinding } from '../../shared/doctor.ts';
import type { Problem } from '../../shared/problem.ts';

function unreachable(reason: string): CheckFinding {
  if (reason.startsWith('proxy')) return 'region-proxy';
  if (reason === 'dns') return 'region-dns';
  return reason === 'refused' ? 'region-refused' : 'region-no-route';
}

/** What a request that broke on the way says about the way; null for a problem that is not about it. */
export function findingOfRequest({ code, params }: Problem): CheckFinding | null {
  switch (code) {
    case 'http/timeout':
      return params['phase'] === 'connect' ? 'region-connect-timeout' : 'region-silent';
    case 'http/reset':
      return 'region-reset';
    case 'http/redirected':
      return 'region-redirect';
    case 'http/tls':
      return 'region-tls';
    case 'http/unreachable':
      return unreachable(String(params['reason']));
    case 'http/not-http':
    case 'http/content-encoding':
      return 'region-garbled';
    case 'http/too-large':
      return 'region-page';
    default:
      return null;
  }
}
