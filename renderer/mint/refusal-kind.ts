import type { RefusalKind } from '../../shared/coze/exchange-answer.ts';
import type { Problem } from '../../shared/problem.ts';
import type { en } from '../i18n/en.ts';

const kinds: Readonly<Record<RefusalKind, keyof typeof en.mint.refusals>> = {
  'kid-not-registered': 'kid-not-registered',
  'jwt-empty': 'jwt-empty',
  'app-deactivated': 'app-deactivated',
  'channel-not-bound': 'channel-not-bound',
  'invalid-app-type': 'invalid-app-type',
  'login-session': 'login-session',
  'grant-type': 'grant-type',
  parameter: 'parameter',
  internal: 'internal',
  'client-invalid': 'client-invalid',
  unknown: 'unknown',
};

function isKnown(kind: unknown): kind is RefusalKind {
  return typeof kind === 'string' && Object.hasOwn(kinds, kind);
}

/** Which explanation fits a refused exchange; null when the problem is another one. */
export function refusalKindOf(problem: Problem): RefusalKind | null {
  if (problem.code !== 'exchange/refused') return null;
  const kind = problem.params['kind'];
  return isKnown(kind) ? kind : 'unknown';
}
