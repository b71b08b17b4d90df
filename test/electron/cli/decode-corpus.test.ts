import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../electron/cli/run-command-line.ts';
import { damagedTokens } from '../../fixtures/jwt/damaged-tokens.ts';
import { inShort } from '../../fixtures/jwt/in-short.ts';
import { pastes } from '../../fixtures/jwt/pastes.ts';
import { rfcExamples } from '../../fixtures/jwt/rfc-corpus.ts';
import { fakeTerminal } from './fake-terminal.ts';

interface ShownFinding {
  readonly code: string;
  readonly severity: string;
  readonly segment: 'token' | 'header' | 'payload' | 'signature';
  readonly offset: number | null;
  readonly path: string | null;
  readonly message: string;
  readonly remedy: string;
}

interface ShownToken {
  readonly format: string;
  readonly header: { readonly alg?: unknown } | null;
  readonly payload: unknown;
  readonly findings: readonly ShownFinding[];
  readonly nested?: ShownToken;
}

/** What is printed of standard input, and that the exit code says the same. */
async function decode(stdin: string): Promise<readonly ShownToken[]> {
  const terminal = fakeTerminal(stdin);
  const code = await runCommandLine(['decode', '--json'], terminal);
  const { out, err } = terminal.printed;
  const { tokens }: { readonly tokens: readonly ShownToken[] } = JSON.parse(out);
  const findings = tokens.flatMap((token) => [...token.findings, ...(token.nested?.findings ?? [])]);
  expect([code, err]).toEqual([findings.some(({ severity }) => severity === 'error') ? 1 : 0, '']);
  for (const { message, remedy } of findings) expect(`${message}${remedy}`).not.toContain('{{');
  return tokens;
}

describe('coze-mint decode', () => {
  test.each(rfcExamples)('$source', async ({ token, format, alg, payload, codes }) => {
    const tokens = await decode(token);
    expect(tokens).toMatchObject([{ format, header: { alg }, payload }]);
    expect(tokens[0]?.findings.map(({ code }) => code)).toEqual(codes);
  });

  test.each(damagedTokens)('$name', async ({ token, findings }) => {
    const tokens = await decode(token);
    expect(tokens).toHaveLength(1);
    expect(tokens[0]?.findings.map(inShort)).toEqual(findings);
  });

  test.each(pastes)('$name', async ({ text, tokens }) => {
    const codes = (await decode(text)).map(({ findings }) => findings.map(({ code }) => code));
    expect(codes).toEqual(tokens.map((expected) => expected.codes));
  });
});
