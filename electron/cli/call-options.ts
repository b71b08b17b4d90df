import { leavesClock } from './server-time.ts';
import { signingOptions } from './signing-options.ts';

/** What `call` takes. */
export const callOptions = {
  texts: [...signingOptions, 'token', 'data', 'output'],
  switches: ['include', 'text', 'no-token', leavesClock],
  lists: ['path', 'query', 'header', 'file'],
} as const;
