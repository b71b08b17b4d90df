import type { ScopeReading } from '../../shared/coze/scope/read-scope.ts';

/** What each part of the form shows and changes. */
export interface ScopePartProps {
  readonly appId: string;
  /** The scope as it could last be read. */
  readonly reading: ScopeReading;
  /** While the JSON cannot be read, it is changed in the editor only. */
  readonly isLocked: boolean;
}
