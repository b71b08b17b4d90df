import type { DecodedToken } from '../../jwt/decode-token.ts';
import { audRules } from './aud-rules.ts';
import { algRules, kidRules, typRules } from './header-rules.ts';
import { issRules } from './iss-rules.ts';
import { jtiRules } from './jti-rules.ts';
import { lintCodes } from './lint-codes.ts';
import type { LintContext } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import { type LintSegment, lintSegmentsOf } from './lint-segment.ts';
import type { FieldRule, Notice } from './notice.ts';
import { placeOf } from './place.ts';
import {
  customConsumerRules,
  deviceIdRules,
  findInDeviceInfo,
  sessionNameRules,
  sessionObjectRules,
} from './session-rules.ts';
import { expRules, findInTimes, iatRules } from './time-rules.ts';
import { findUnknownInHeader, findUnknownInPayload } from './unknown-rules.ts';

interface FieldRules {
  /** The names that lead to the member. */
  readonly at: readonly string[];
  /** The first that has something to say is the one that is heard. */
  readonly rules: readonly FieldRule[];
}

const headerFields: readonly FieldRules[] = [
  { at: ['alg'], rules: algRules },
  { at: ['typ'], rules: typRules },
  { at: ['kid'], rules: kidRules },
];

const payloadFields: readonly FieldRules[] = [
  { at: ['iss'], rules: issRules },
  { at: ['aud'], rules: audRules },
  { at: ['iat'], rules: iatRules },
  { at: ['exp'], rules: expRules },
  { at: ['jti'], rules: jtiRules },
  { at: ['session_name'], rules: sessionNameRules },
  { at: ['session_context'], rules: sessionObjectRules },
  { at: ['session_context', 'device_info'], rules: sessionObjectRules },
  { at: ['session_context', 'device_info', 'device_id'], rules: deviceIdRules },
  { at: ['session_context', 'device_info', 'custom_consumer'], rules: customConsumerRules },
];

function findInFields(
  segment: LintSegment,
  fields: readonly FieldRules[],
  context: LintContext,
): readonly Notice[] {
  return fields.flatMap(({ at, rules }) => {
    const place = placeOf(segment, at);
    for (const rule of rules) {
      const found = rule(place, context);
      if (found !== null) return [found];
    }
    return [];
  });
}

function findInHeader(header: LintSegment, context: LintContext): readonly Notice[] {
  return [...findInFields(header, headerFields, context), ...findUnknownInHeader(header)];
}

function findInPayload(payload: LintSegment, context: LintContext): readonly Notice[] {
  const together = [...findInTimes(payload, context), ...findInDeviceInfo(payload)].filter(
    (found) => found !== null,
  );
  const known = together.map(({ place }) => place.name);
  return [
    ...findInFields(payload, payloadFields, context),
    ...together,
    ...findUnknownInPayload(payload, known.includes('nbf') ? ['nbf'] : []),
  ];
}

function toFinding({ code, place, params, change }: Notice): LintFinding {
  const { segment, path, node } = place;
  return {
    code,
    severity: lintCodes[code].severity,
    segment: segment.name,
    offset: node === null ? null : segment.offsetOf(node.offset),
    path,
    params,
    source: lintCodes[code].source,
    fix:
      change === null || !segment.isComplete || segment.text === ''
        ? null
        : { segment: segment.name, path, ...change },
  };
}

function aboutToken(code: 'not-a-signed-token' | 'claims-nested'): LintFinding {
  const { severity, source } = lintCodes[code];
  return { code, severity, source, fix: null, segment: 'token', offset: null, path: null, params: {} };
}

/**
 * What Coze would say to a token as the assertion of an OAuth JWT exchange, and what is unwise about it, as far as
 * documents show; the signature is not looked at. Of a token that cannot be read whole, what can be read is judged,
 * and nothing is said to be missing; where the payload is empty everything is. What is broken about the token is among
 * `token.findings`. Never throws.
 *
 * Source: OAuth JWT 授权（渠道场景）, "Header 和 Payload"; the source of each rule is in its finding.
 */
export function lintAssertion(token: DecodedToken, context: LintContext): readonly LintFinding[] {
  if (token.format === 'jwe') return [aboutToken('not-a-signed-token')];
  const { header, payload } = lintSegmentsOf(token);
  const notices = [
    ...(header === null ? [] : findInHeader(header, context)),
    ...(payload === null ? [] : findInPayload(payload, context)),
  ];
  const nesting = token.nested === null ? [] : [aboutToken('claims-nested')];
  return [...nesting, ...notices.map(toFinding)];
}
