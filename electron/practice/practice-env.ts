import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { EventStream } from './api/event-stream.ts';
import type { CheckSheet } from './check-sheet.ts';
import type { Refusal } from './refusal.ts';
import type { Sender, ShownAssertion } from './request-log.ts';

/** What a request carries from the front door to its handler and back. */
export interface PracticeEnv {
  readonly Bindings: HttpBindings;
  readonly Variables: {
    logId: string;
    /** The whole request body; undefined until it was read. */
    body: Uint8Array | undefined;
    /** Set by the handler, for the request log. */
    checks: CheckSheet | undefined;
    refusal: Refusal | undefined;
    /** What is to be sent in place of the answer's body. */
    events: EventStream | undefined;
    /** Which app the request turned out to be from. */
    sender: Sender | undefined;
    /** Header and claims of the assertion, as far as it could be read. */
    assertion: ShownAssertion | undefined;
  };
}

export type PracticeContext = Context<PracticeEnv>;
