import { generateKeyPairSync } from 'node:crypto';
import { describe, inject, type TestContext, test } from 'vitest';
import { type SecretServiceSession, startSecretService } from '../secret-service.ts';
import { type Ended, runCli } from './run-cli.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const cli = inject('cli');

async function withKeychain({ onTestFinished }: Pick<TestContext, 'onTestFinished'>): Promise<{
  readonly session: SecretServiceSession;
  readonly run: (...args: readonly string[]) => Promise<Ended>;
}> {
  const session = await startSecretService('unlocked');
  onTestFinished(() => session.close());
  return { session, run: (...args) => runCli(cli, args, pem, session.env) };
}

// Both wait for as long as the program does, so they wait together.
describe.concurrent('a keychain that does not answer', () => {
  test('is exit code 4, as soon as it was waited for, with everything said', async ({
    expect,
    onTestFinished,
  }) => {
    const { session, run } = await withKeychain({ onTestFinished });
    expect((await run('keys', 'import', '-', '--kid', 'kid-1')).code).toBe(0);
    expect(
      (await run('apps', 'add', '--name', 'a', '--client-id', '31', '--region', 'cn', '--key', 'kid-1')).code,
    ).toBe(0);
    session.pause();
    const began = performance.now();
    const { code, out, err } = await run('sign', '--app', 'a', '--no-clock-correction', '--json');
    // The system itself would give up after 25 s, and a prompt that nobody answers never.
    expect(performance.now() - began).toBeLessThan(20_000);
    expect([code, out]).toEqual([4, '']);
    expect(JSON.parse(err.trimEnd().split('\n').at(-1) ?? '').problem.code).toBe('keychain/timeout');
    session.resume();
    expect((await run('sign', '--app', 'a', '--no-clock-correction')).code).toBe(0);
  });

  test('leaves an import undone', async ({ expect, onTestFinished }) => {
    const { session, run } = await withKeychain({ onTestFinished });
    session.pause();
    const { code, out } = await run('keys', 'import', '-');
    expect([code, out]).toEqual([4, '']);
    session.resume();
    expect((await run('keys', 'list', '--json')).out).toBe('{"keys":[]}\n');
    expect((await run('keys', 'import', '-')).code).toBe(0);
  });
});
