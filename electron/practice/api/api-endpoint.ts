import type { PracticeCheckId } from '../../../shared/practice-check.ts';
import type { CheckSheet } from '../check-sheet.ts';
import type { CozeValue } from '../coze-json.ts';
import type { PracticeState } from '../practice-state.ts';
import type { IssuedToken } from '../token/token-store.ts';
import type { EventStream } from './event-stream.ts';

/** The members of a JSON body; empty when there was none. */
export type BodyMembers = Readonly<Record<string, unknown>>;

/** An API request whose token and permission were checked already. */
export interface ApiCall {
  readonly state: PracticeState;
  readonly token: IssuedToken;
  readonly sheet: CheckSheet;
  /** Where practice Coze was reached, such as `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** A query parameter; null when absent or empty. */
  readonly query: (name: string) => string | null;
  /** A path parameter. */
  readonly param: (name: string) => string;
  readonly body: BodyMembers;
  /** What a `multipart/form-data` body holds; empty when the endpoint takes none. */
  readonly form: FormData;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

/** What an answer holds beside `code`, `msg` and `detail`. */
export type AnswerMembers = { readonly [member: string]: CozeValue | undefined };

/** An answer that is a file, such as speech. */
export interface BytesAnswer {
  readonly answeredWith: 'bytes';
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

export type ApiAnswer = AnswerMembers | EventStream | BytesAnswer;

/** One API endpoint of practice Coze. */
export interface ApiEndpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Another method that an official SDK uses for it. */
  readonly alsoBy?: 'GET' | 'POST';
  /** With `:name` for a path parameter. */
  readonly path: string;
  /** The permissions that the documentation asks for, all of them. */
  readonly permissions: readonly string[];
  /** The checks that `answer` makes, in order. */
  readonly checks: readonly PracticeCheckId[];
  /** The kind of body; JSON when absent. Files may be up to 32 MiB together. */
  readonly takes?: 'multipart';
  /** @throws RefusedError through the call's sheet */
  readonly answer: (call: ApiCall) => ApiAnswer | Promise<ApiAnswer>;
}

/** Tells an answer that is no envelope. */
export function isSpecialAnswer(answer: ApiAnswer): answer is EventStream | BytesAnswer {
  return answer['answeredWith' as keyof ApiAnswer] !== undefined;
}
