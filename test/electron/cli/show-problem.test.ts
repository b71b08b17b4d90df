import { describe, expect, it } from 'vitest';
import { showProblem } from '../../../electron/cli/show-problem.ts';
import { loadTexts } from '../../../electron/cli/texts.ts';
import type { CauseFacts } from '../../../shared/coze/causes/cause-facts.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { fakeTerminal } from './fake-terminal.ts';

const facts: CauseFacts = {
  region: { kind: 'com' },
  variant: 'channel',
  kid: '_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4',
  candidates: [],
  keyCreatedAt: null,
  clockOffsetMs: 0,
  now: epochMilliseconds(1_735_689_600_000),
};

const message = 'invalid jwt: kid not been registred';
const body = `{"error_code":"invalid_client","error_message":"${message}","error":"invalid_client"}`;
const refused = new ProblemError('exchange/refused', {
  params: { kind: 'kid-not-registered', errorCode: 'invalid_client', errorMessage: message },
  server: {
    status: 401,
    logId: '20250615ABC',
    contentType: 'application/json',
    at: 1_735_689_600_000,
    serverTime: null,
    body,
  },
});

async function shown(
  thrown: unknown,
  language: 'zh' | 'en',
  asJson = false,
  given: CauseFacts | null = facts,
) {
  const terminal = fakeTerminal();
  const code = showProblem(thrown, {
    terminal,
    language,
    say: await loadTexts(language),
    asJson,
    facts: given,
  });
  expect(terminal.printed.out).toBe('');
  return { code, lines: terminal.printed.err.split('\n') };
}

describe('showProblem', () => {
  it('names the two likeliest causes in place of general advice', async () => {
    const { code, lines } = await shown(refused, 'en');
    expect(code).toBe(1);
    expect(lines).toEqual([
      'coze-mint: Coze refused the exchange — invalid_client: invalid jwt: kid not been registred — Coze does not know this kid here.',
      'Likely causes:',
      expect.stringMatching(
        /^ {2}1\. The app was created at coze\.cn — .* — If you created it at www\.coze\.cn/,
      ),
      expect.stringMatching(/^ {2}2\. The kid has a typing error — /),
      'The server answered HTTP 401, log id 20250615ABC',
      `  ${body}`,
      '',
    ]);
  });

  it('does so in Chinese', async () => {
    const { lines } = await shown(refused, 'zh');
    expect(lines[1]).toBe('可能的原因：');
    expect(lines[2]).toMatch(/^ {2}1\. 应用是在 coze\.cn 创建的/);
  });

  it('adds the causes to the line of JSON', async () => {
    const { lines } = await shown(refused, 'en', true);
    const { problem, causes } = JSON.parse(lines.at(-2) ?? '');
    expect(problem.code).toBe('exchange/refused');
    expect(causes.map((cause: { readonly code: string }) => cause.code)).toEqual([
      'other-region',
      'kid-mistyped',
      'key-removed',
    ]);
  });

  it.each([
    ['nothing is known of an app', refused, null],
    ['nobody knows a cause', new ProblemError('exchange/refused', { params: { kind: 'unknown' } }), facts],
  ])('keeps to general advice when %s', async (_, thrown, given) => {
    const { lines } = await shown(thrown, 'en', false, given);
    expect(lines.join('\n')).not.toContain('Likely causes');
    expect(lines[0]).toMatch(/ — .* — /);
  });
});
