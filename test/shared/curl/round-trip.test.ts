import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCurl } from '../../../shared/curl/read-curl.ts';
import { writeCurl } from '../../../shared/curl/write-curl.ts';
import { anyRequest } from './requests.ts';

describe.each(['posix', 'cmd', 'powershell'] as const)('a command for %s', (shell) => {
  test('is read as the request that it was written for, whatever that is', () => {
    fc.assert(
      fc.property(anyRequest, fc.boolean(), (request, hasToken) => {
        const command = writeCurl({ request, hasToken, answer: 'text' }, shell);
        if (shell === 'powershell') fc.pre(command !== null);
        const reading = readCurl(command ?? '');
        expect({ command, request: reading.request }).toEqual({ command, request });
        expect(reading.shell).toBe(shell);
        expect(reading.findings.map(({ code }) => code)).toEqual(hasToken ? ['token-open'] : []);
      }),
      { numRuns: 300 },
    );
  });
});
