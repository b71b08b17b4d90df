import type { CheckSheet } from '../check-sheet.ts';
import type { CozeValue } from '../coze-json.ts';
import type { PracticeState } from '../practice-state.ts';
import type { IssuedToken } from '../token/token-store.ts';

/** The members of a JSON body; empty when there was none. */
export type BodyMembers = Readonly<Record<string, unknown>>;

/** An API request whose token and permission were checked already. */
export interface ApiCall {
  readonly state: PracticeState;
  readonly token: IssuedToken;
  readonly sheet: CheckSheet;
  /** A query parameter; null when absent or empty. */
  readonly query: (name: string) => string | null;
  /** A path parameter. */
  readonly param: (name: string) => string;
  readonly body: BodyMembers;
}

/** What an answer holds beside `code`, `msg` and `detail`. */
export type AnswerMembers = { readonly [member: string]: CozeValue | undefined };

/** One API endpoint of practice Coze. */
export interface ApiEndpoint {
  readonly method: 'GET' | 'POST';
  /** With `:name` for a path parameter. */
  readonly path: string;
  /** The permissions that the documentation asks for, all of them. */
  readonly permissions: readonly string[];
  /** Names of the checks that `answer` makes, in order. */
  readonly checks: readonly string[];
  /** @throws RefusedError through the call's sheet */
  readonly answer: (call: ApiCall) => AnswerMembers;
}
