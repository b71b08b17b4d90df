import type { FindingSeverity } from '../../jwt/finding.ts';
import { type ScopeCode, scopeCodes } from './scope-codes.ts';
import type { TextRange } from './scope-lists.ts';

/** The one change that puts a finding right. */
export interface ScopeFix {
  readonly kind: 'to-text' | 'wrap' | 'remove' | 'remove-repeated' | 'trim' | 'rename' | 'use' | 'unwrap';
  /** What is put there, for a button; empty where the kind says it all. */
  readonly value: string;
  /** The whole scope with the fix made. */
  readonly text: string;
}

/** One thing noticed about a scope. Texts in `shared/i18n/scope-texts.*.ts`. */
export interface ScopeFinding {
  readonly code: ScopeCode;
  readonly severity: FindingSeverity;
  /** Where it is written. */
  readonly source: string;
  /** JSON pointer; empty for the scope as a whole. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** In the text; none for what is missing. */
  readonly places: readonly TextRange[];
  /** Null where several values would be right. */
  readonly fix: ScopeFix | null;
}

interface Details {
  readonly path?: string;
  readonly params?: ScopeFinding['params'];
  readonly places?: readonly TextRange[];
  readonly fix?: ScopeFix | null;
}

export function scopeFinding(code: ScopeCode, details: Details = {}): ScopeFinding {
  const { path = '', params = {}, places = [], fix = null } = details;
  return { code, ...scopeCodes[code], path, params, places, fix };
}

const namedAtMost = 5;

/** Some of many, for a sentence: the first few as they are, and how many there are of all. */
export function named(texts: readonly string[]): { readonly list: string; readonly count: number } {
  const few = texts.slice(0, namedAtMost).map((text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text));
  return { list: few.join(', ') + (texts.length > namedAtMost ? ', …' : ''), count: texts.length };
}
