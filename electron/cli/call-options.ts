import { signingOptions } from './signing-options.ts';

/** What `call` takes. */
export const callOptions = {
  texts: [...signingOptions, 'token', 'data', 'output'],
  switches: ['include', 'text'],
  lists: ['path', 'query', 'header', 'file'],
} as const;
