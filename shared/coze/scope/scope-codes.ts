import type { FindingSeverity } from '../../jwt/finding.ts';

const docs = 'OAuth JWT 授权（渠道场景）';
const goSdk = 'coze-go auth.go';

interface ScopeCodeFacts {
  readonly severity: FindingSeverity;
  /** Where it is written; a person can look it up. */
  readonly source: string;
}

/**
 * Everything that can be said about a scope. Errors depart from the documented shape or would not be sent as they are
 * written; warnings are unlike every source that is known, and do not claim that Coze refuses them.
 */
export const scopeCodes = {
  'invalid-json': { severity: 'error', source: 'RFC 8259' },
  'too-deep': { severity: 'error', source: docs },
  'not-an-object': { severity: 'error', source: docs },
  'whole-request': { severity: 'error', source: docs },
  'not-a-list': { severity: 'error', source: docs },
  'null-member': { severity: 'error', source: docs },
  'entry-is-number': { severity: 'error', source: docs },
  'entry-not-text': { severity: 'error', source: docs },
  'number-inexact': { severity: 'error', source: 'RFC 8259 §6' },

  'scope-empty': { severity: 'warning', source: docs },
  'list-empty': { severity: 'warning', source: docs },
  'permissions-missing': { severity: 'error', source: docs },
  'bots-missing': { severity: 'note', source: `${docs}; ${goSdk} BuildBotChat` },

  'entry-empty': { severity: 'warning', source: docs },
  'entry-spaces': { severity: 'warning', source: docs },
  'entry-repeated': { severity: 'warning', source: docs },
  'id-not-digits': { severity: 'warning', source: docs },
  'id-beyond-64-bit': { severity: 'warning', source: docs },

  'permission-is-chat': { severity: 'warning', source: docs },
  'permission-unknown': { severity: 'warning', source: docs },
  'permission-unofficial': { severity: 'warning', source: docs },
  'permission-unverified': { severity: 'warning', source: docs },
  'permission-refused': { severity: 'warning', source: docs },

  'sdk-only': { severity: 'note', source: goSdk },
  'member-misspelt': { severity: 'warning', source: docs },
  'member-unknown': { severity: 'warning', source: docs },
  'member-repeated': { severity: 'warning', source: 'RFC 8259 §4' },
} as const satisfies Record<string, ScopeCodeFacts>;

export type ScopeCode = keyof typeof scopeCodes;
