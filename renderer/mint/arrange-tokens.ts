import type { AccessToken } from '../../shared/coze/token.ts';
import type { EpochMilliseconds } from '../../shared/time.ts';
import { lifeOf } from '../app/token-life.ts';
import type { Liveness } from '../ui/countdown-ring.tsx';
import type { TokenPlaces } from './token-places.ts';

export const tokenOrders = ['newest', 'ending', 'app', 'session'] as const;
/** `ending`: what expires soonest comes first, then what nobody knows the end of, then what has expired. */
export type TokenOrder = (typeof tokenOrders)[number];

export const tokenStates = ['all', 'living', 'soon', 'expired'] as const;
/** Those that live, however long; those of them that end soon; those that have ended. */
export type TokenState = (typeof tokenStates)[number];

type Compare = (a: AccessToken, b: AccessToken) => number;

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const endOf = ({ expiresAt, clockOffsetMs }: AccessToken) =>
  expiresAt === null ? Number.POSITIVE_INFINITY : expiresAt * 1000 - clockOffsetMs;

/** Puts tokens into an order in which time changes nothing. A token that was renewed stands below the one that renewed it. */
export function sortTokens(
  tokens: readonly AccessToken[],
  order: TokenOrder,
  places: TokenPlaces,
): readonly AccessToken[] {
  const byPlace: Compare = (a, b) => (places.get(b.id) ?? 0) - (places.get(a.id) ?? 0);
  const byReplacement: Compare = (a, b) => Number(a.replacedBy !== null) - Number(b.replacedBy !== null);
  const newest: Compare = (a, b) => byPlace(a, b) || byReplacement(a, b);
  const byApp: Compare = (a, b) => byText.compare(a.appName, b.appName);
  const bySession: Compare = (a, b) => byText.compare(a.options.sessionName, b.options.sessionName);
  // Infinity minus itself is not a number.
  const byEnd: Compare = (a, b) => (endOf(a) === endOf(b) ? 0 : endOf(a) - endOf(b));
  const compare: Readonly<Record<TokenOrder, Compare>> = {
    newest,
    ending: (a, b) => byEnd(a, b) || newest(a, b),
    app: (a, b) => byApp(a, b) || bySession(a, b) || newest(a, b),
    session: (a, b) => bySession(a, b) || byApp(a, b) || newest(a, b),
  };
  return tokens.toSorted(compare[order]);
}

function textOf({ appName, options, mask, logId, region }: AccessToken): string {
  const { sessionName, scope } = options;
  return [appName, sessionName, mask, logId ?? '', region.kind, scope === null ? '' : JSON.stringify(scope)]
    .join('\n')
    .toLocaleLowerCase();
}

/** The tokens in whose app, session, mask, scope, log id or region every word of `query` occurs. */
export function searchTokens(tokens: readonly AccessToken[], query: string): readonly AccessToken[] {
  const words = query
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return tokens;
  return tokens.filter((token) => {
    const text = textOf(token);
    return words.every((word) => text.includes(word));
  });
}

const livenessesOf: Readonly<Record<TokenState, ReadonlySet<Liveness>>> = {
  all: new Set(['living', 'soon', 'expired', 'unknown']),
  living: new Set(['living', 'soon', 'unknown']),
  soon: new Set(['soon']),
  expired: new Set(['expired']),
};

/** Those of sorted tokens that are in `state` now; in the order `ending` those that have ended come last. */
export function tokensAt(
  sorted: readonly AccessToken[],
  state: TokenState,
  order: TokenOrder,
  now: EpochMilliseconds,
): readonly AccessToken[] {
  const hasEnded = (token: AccessToken) => lifeOf(token, now).liveness === 'expired';
  const wanted =
    state === 'all' ? sorted : sorted.filter((token) => livenessesOf[state].has(lifeOf(token, now).liveness));
  const firstLiving = wanted.findIndex((token) => !hasEnded(token));
  if (order !== 'ending' || firstLiving <= 0) return wanted;
  return [...wanted.slice(firstLiving), ...wanted.slice(0, firstLiving).toReversed()];
}
