import type { Finding } from '../../jwt/finding.ts';
import type { LintCode } from './lint-codes.ts';

/** The one change that puts a finding right: a JSON text as the new value, or the removal of the member. */
export type Fix =
  | { readonly segment: 'header' | 'payload'; readonly path: string; readonly value: string }
  | { readonly segment: 'header' | 'payload'; readonly path: string; readonly remove: true };

/** One thing noticed about an assertion that is meant for Coze. Texts in `shared/i18n/lint-texts.*.ts`. */
export interface LintFinding extends Omit<Finding, 'code'> {
  readonly code: LintCode;
  /** Where it is written. */
  readonly source: string;
  /** Null where several values would be right, and where the segment cannot be read to its end. */
  readonly fix: Fix | null;
}
