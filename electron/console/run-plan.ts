import type { ConsoleRun, RunRequest } from '../../shared/console-run.ts';
import type { RequestBody } from '../http/request-body.ts';
import type { Secret } from './hide-secrets.ts';

export interface TokenForRun {
  readonly tokenId: string;
  readonly text: string;
  /** True when it was minted for this request. */
  readonly minted: boolean;
}

/** A request that is in order, ready to be sent. */
export interface RunPlan extends Pick<ConsoleRun, 'endpointId' | 'asksForStream' | 'method'> {
  /** The request as a person wrote it. */
  readonly asked: RunRequest;
  /** As it is sent, query included. */
  readonly url: string;
  /** The same with masks in place of secret variables, however short. */
  readonly shownUrl: string;
  /** Without the credential, with the content type. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: RequestBody;
  readonly appName: string;
  /** What stands in the request, beside the token, that no screen may show. */
  readonly secrets: readonly Secret[];
  /** Null to send none. */
  readonly token: (signal: AbortSignal) => Promise<TokenForRun | null>;
  /** Another token in place of one that the API refused; null when none can be had. Absent: a refusal stands. */
  readonly renewedToken?: (tokenId: string, signal: AbortSignal) => Promise<TokenForRun | null>;
}
