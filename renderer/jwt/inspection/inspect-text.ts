import type { LintFinding } from '../../../shared/coze/lint/lint-finding.ts';
import type { RegionHosts } from '../../../shared/coze/region.ts';
import { memberValue } from '../../../shared/json/json-members.ts';
import { type Comparison, compareTokens } from '../../../shared/jwt/compare-tokens.ts';
import { decodeFound } from '../../../shared/jwt/decode-found.ts';
import type { DecodedToken } from '../../../shared/jwt/decode-token.ts';
import { isWholeToken } from '../../../shared/jwt/expected-shape.ts';
import { findIn } from '../../../shared/jwt/find-in.ts';
import type { FoundToken } from '../../../shared/jwt/find-tokens.ts';
import type { Finding } from '../../../shared/jwt/finding.ts';
import { headerText } from '../../../shared/jwt/header-text.ts';
import { epochSeconds } from '../../../shared/time.ts';
import { unknownHosts } from '../hosts-of-app.ts';
import { judge, looksLikeAssertion } from './coze-lint.ts';
import { type TokenView, viewToken } from './token-view.ts';

/** What is known of an app, as far as an assertion of it is judged by that. */
export interface JudgingApp {
  readonly id: string;
  readonly clientId: string;
  /** Null while its address is unknown. */
  readonly hosts: RegionHosts | null;
  /** Of its keys, the one in use first. */
  readonly kids: readonly string[];
  readonly wantsSessions: boolean;
  /** Seconds by which its server's clock is ahead of the local one. */
  readonly offset: number;
}

export interface InspectionRequest {
  readonly text: string;
  /** Which of the tokens in it; null for the first whole one. */
  readonly chosen: number | null;
  /** Which rules it is judged by; null follows what it looks like. */
  readonly rule: Rule | null;
  readonly apps: readonly JudgingApp[];
  /** The Coze that the token of no known app is judged for. */
  readonly hosts: RegionHosts;
  /** Epoch seconds on the local clock. */
  readonly now: number;
  readonly usedJtis: readonly string[];
  /** Text with the token to compare with; null for none. */
  readonly other: string | null;
}

/** As any JWT, or as an assertion for Coze. */
export type Rule = 'any' | 'coze';

export interface Verdict {
  readonly audience: string;
  readonly findings: readonly LintFinding[];
  /** The findings about any JWT that Coze's do not say already. */
  readonly others: readonly Finding[];
}

/** What a text turned out to hold. Plain data: it may come from a worker. */
export interface Inspection {
  readonly kind: 'tokens' | 'opaque' | 'none';
  /** The first characters of each token, and how often the text holds it. */
  readonly previews: readonly { readonly text: string; readonly times: number }[];
  /** Which of them is shown. */
  readonly chosen: number;
  /** True when the text holds more tokens than were looked for. */
  readonly isCut: boolean;
  readonly token: TokenView | null;
  readonly rule: Rule;
  readonly verdict: Verdict | null;
  /** The known app that the token is an assertion of, by local id. */
  readonly appId: string | null;
  /** Null when there is nothing to compare, or the other text holds no token. */
  readonly comparison: Comparison | null;
  /** Tokens in the other text, of which the first is compared. */
  readonly others: number;
}

const previewLength = 42;

/** Keeps the last result: what follows a keystroke or the clock mostly asks for the same once more. */
function remembered<Of, Result>(
  work: (of: Of) => Result,
  isSame: (a: Of, b: Of) => boolean = Object.is,
): (of: Of) => Result {
  let last: { readonly of: Of; readonly result: Result } | null = null;
  return (of) => {
    if (last === null || !isSame(last.of, of)) last = { of, result: work(of) };
    return last.result;
  };
}

const readText = remembered(findIn);
const readOther = remembered((text: string) => {
  const found = findIn(text);
  const tokens = found.kind === 'tokens' ? found.tokens : [];
  const [first] = tokens;
  return first === undefined ? null : { token: decodeFound(first), count: tokens.length };
});
const readToken = remembered(
  (found: FoundToken) => {
    const token = decodeFound(found);
    return { token, view: viewToken(token) };
  },
  (a, b) => a.text === b.text && a.cleaned === b.cleaned,
);

function hostsFor(token: DecodedToken, request: InspectionRequest, app: JudgingApp | null): RegionHosts {
  if (app === null) return request.hosts;
  return app.hosts ?? unknownHosts(String(claim(token, 'aud') ?? ''));
}

function judged(token: DecodedToken, request: InspectionRequest, app: JudgingApp | null): Verdict {
  const hosts = hostsFor(token, request, app);
  const kid = headerText(token, 'kid') ?? '';
  const kids = app?.kids ?? [];
  const used = new Set(request.usedJtis);
  const { findings, others } = judge(token, {
    hosts,
    now: epochSeconds(request.now + (app?.offset ?? 0)),
    clientId: app?.clientId ?? null,
    knownKid: kids.includes(kid) ? kid : (kids[0] ?? null),
    wantsSessions: app?.wantsSessions ?? false,
    usedJtis: (jti) => used.has(jti),
  });
  return { audience: hosts.audience, findings, others };
}

function claim({ payload }: DecodedToken, name: string): unknown {
  return payload.tree === null ? undefined : memberValue(payload.tree, name)?.value;
}

/** Finds, takes apart and judges what `text` holds. Never throws. */
export function inspectText(request: InspectionRequest): Inspection {
  const found = readText(request.text);
  const tokens = found.kind === 'tokens' ? found.tokens : [];
  const previews = tokens.map(({ text, times }) => ({ text: text.slice(0, previewLength), times }));
  const wanted = request.chosen ?? tokens.findIndex(({ text }) => isWholeToken(text));
  const chosen = wanted >= 0 && wanted < tokens.length ? wanted : 0;
  const shown = tokens[chosen];
  if (shown === undefined) {
    const kind = found.kind === 'tokens' ? 'none' : found.kind;
    return {
      kind,
      previews,
      chosen,
      isCut: false,
      token: null,
      rule: 'any',
      verdict: null,
      appId: null,
      comparison: null,
      others: 0,
    };
  }
  const { token, view } = readToken(shown);
  const iss = claim(token, 'iss');
  const app = request.apps.find(({ clientId }) => clientId === iss) ?? null;
  const { audience } = hostsFor(token, request, app);
  const rule = request.rule ?? (looksLikeAssertion(token, audience) ? 'coze' : 'any');
  const other = request.other === null ? null : readOther(request.other);
  return {
    kind: 'tokens',
    previews,
    chosen,
    isCut: found.kind === 'tokens' && found.isCut,
    token: view,
    rule,
    verdict: rule === 'coze' ? judged(token, request, app) : null,
    appId: app?.id ?? null,
    comparison: other && compareTokens(token, other.token),
    others: other?.count ?? 0,
  };
}
