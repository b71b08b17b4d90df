import type { Problem } from '../../problem.ts';
import { type Cause, cause } from './cause.ts';
import { type CauseFacts, customHost, placeAsked } from './cause-facts.ts';
import { kidCauses, kidUnknownCauses } from './key-causes.ts';
import { wrongClock, wrongPlace } from './place-causes.ts';
import { brokenAnswer } from './practice-causes.ts';

const retrySeconds = 10;

type CausesOf = (facts: CauseFacts) => readonly Cause[];

/** What a free text about the JWT names, by the words in it; the first that fits counts. */
const namedInText: readonly (readonly [RegExp, CausesOf])[] = [
  [/\bauthori[sz]ation\b|\bbearer\b/i, () => [cause('header-stripped')]],
  [/\bsign(?:ature|ed|ing)?\b/i, () => [cause('signature-key')]],
  [/\bmust be\b|\bmissing\b/i, () => [cause('assertion-malformed')]],
  [/\baud(?:ience)?\b/i, (facts) => [cause('audience', { host: customHost(facts) }), ...wrongPlace(facts)]],
  [/\b(?:iss|issuer)\b/i, () => [cause('iss-not-of-kid')]],
  [/\bjti\b|already (?:been )?used|has been used|replay/i, () => [cause('jti-used')]],
  [
    /\b(?:exp|expired?|expiry|iat|nbf)\b|in the future|not (?:yet )?valid yet/i,
    (facts) => {
      const clock = wrongClock(facts);
      return clock.length > 0 ? clock : [cause('times-refused')];
    },
  ],
  [/client.?secret/i, () => [cause('client-type')]],
  [/\b(?:alg|typ)\b|malformed|segment|decod|pars(?:e|ing)/i, () => [cause('assertion-malformed')]],
];

const aboutScope = /\bscope\b|permission|connector_bot|bot_id/i;

function scopeCauses({ variant }: CauseFacts): readonly Cause[] {
  return variant === 'channel'
    ? [cause('scope-refused')]
    : [cause('scope-only-channel'), cause('scope-refused')];
}

function clientInvalid(text: string, facts: CauseFacts): readonly Cause[] {
  const odd = kidCauses(facts);
  const named = namedInText.find(([pattern]) => pattern.test(text));
  if (named !== undefined) return [...named[1](facts), ...odd];
  if (aboutScope.test(text)) return scopeCauses(facts);
  return [
    ...wrongClock(facts),
    ...odd,
    ...wrongPlace(facts),
    cause('signature-key'),
    cause('iss-not-of-kid'),
  ];
}

function parameterCauses(text: string, facts: CauseFacts): readonly Cause[] {
  const name = /^invalid request:\s*([\w.[\]-]{1,80})/i.exec(text)?.[1] ?? '';
  switch (name) {
    case 'duration_seconds':
      return [cause('duration-refused')];
    case 'account_id':
      return [cause('account-id')];
    case 'enterprise_id':
      return [cause('enterprise-id')];
    case 'client_secret':
      return [cause('client-type')];
    case 'grant_type':
    case 'body':
      return [cause('request-changed'), ...wrongPlace(facts)];
    default:
      if (aboutScope.test(text)) return scopeCauses(facts);
      return name === '' ? [] : [cause('parameter-refused', { name })];
  }
}

function variantCauses({ variant }: CauseFacts): readonly Cause[] {
  if (variant === 'cross-account') return [cause('variant-cross-account')];
  if (variant === 'enterprise') return [cause('variant-enterprise')];
  return [cause('variant-plain')];
}

function grantTypeCauses(facts: CauseFacts): readonly Cause[] {
  if (facts.region.kind === 'practice') return [cause('request-changed')];
  const place = facts.region.kind === 'custom' ? wrongPlace(facts) : [];
  return [...place, cause('client-type'), ...(facts.proxy === false ? [] : [cause('request-changed')])];
}

/** Why the token endpoint may have refused; nothing for words that no source knows. */
export function refusalCauses({ params }: Pick<Problem, 'params'>, facts: CauseFacts): readonly Cause[] {
  const isPractice = placeAsked(facts) === 'practice';
  const text = String(params['errorMessage'] ?? '');
  switch (params['kind']) {
    case 'kid-not-registered':
      return kidUnknownCauses(facts);
    case 'jwt-empty':
      return [cause('header-stripped'), ...wrongPlace(facts)];
    case 'app-deactivated':
      return [cause(isPractice ? 'practice-fault' : 'app-deactivated')];
    case 'channel-not-bound':
      if (isPractice) return [cause('practice-fault')];
      return facts.variant === 'channel'
        ? [cause('channel-not-bound')]
        : [cause('channel-not-bound'), cause('not-set-as-channel')];
    case 'invalid-app-type':
      return variantCauses(facts);
    case 'login-session':
      return facts.variant === 'cross-account'
        ? [cause('consent-missing'), cause('login-session')]
        : [cause('login-session')];
    case 'grant-type':
      return grantTypeCauses(facts);
    case 'parameter':
      return parameterCauses(text, facts);
    case 'internal':
      return [isPractice ? brokenAnswer(facts) : cause('coze-internal', { seconds: retrySeconds })];
    case 'client-invalid':
      return clientInvalid(text, facts);
    case 'unknown':
      return params['errorCode'] === 'access_deny' && aboutScope.test(text) ? scopeCauses(facts) : [];
    default:
      return [];
  }
}
