import type { LintCode } from './lint-codes.ts';
import type { LintContext } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import type { Place } from './place.ts';

/** What a fix does at the place where something was noticed. */
export type Change = { readonly value: string } | { readonly remove: true };

export const removal: Change = { remove: true };

/** Sets text, or nothing to offer when the right text is not known. */
export function setText(text: string | null | undefined): Change | null {
  return typeof text === 'string' && text !== '' ? { value: JSON.stringify(text) } : null;
}

/** What a rule has to say, before the place is worked out. */
export interface Notice {
  readonly code: LintCode;
  readonly place: Place;
  readonly params: LintFinding['params'];
  readonly change: Change | null;
}

/** Looks at one member, which may be missing. */
export type FieldRule = (place: Place, context: LintContext) => Notice | null;

export function notice(
  code: LintCode,
  place: Place,
  change: Change | null = null,
  params: LintFinding['params'] = {},
): Notice {
  return { code, place, params: { name: place.name, ...params }, change };
}

const longestQuote = 80;

/** A value from the token, short enough for a sentence. */
export function quoted(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote)}…`;
}
