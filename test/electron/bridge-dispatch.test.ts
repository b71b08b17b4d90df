import { describe, expect, it } from 'vitest';
import { createDispatcher } from '../../electron/bridge-dispatch.ts';
import type { Handlers } from '../../shared/bridge.ts';
import { ProblemError } from '../../shared/problem.ts';

const context = { signal: new AbortController().signal };

/** Only the handlers that a test names exist; any other is not reached. */
function dispatcher(handlers: Partial<Handlers>) {
  return createDispatcher(handlers as Handlers);
}

describe('createDispatcher', () => {
  it('hands on the parsed input and the context', async () => {
    const dispatch = dispatcher({
      'keys.change': async (input, given) => {
        expect(input).toStrictEqual({ keyId: 'k', label: 'trimmed' });
        expect(given).toBe(context);
        throw new ProblemError('key/not-found');
      },
    });
    expect(await dispatch('keys.change', { keyId: 'k', label: ' trimmed ', more: 1 }, context)).toStrictEqual(
      {
        ok: false,
        problem: { code: 'key/not-found', params: {}, remedies: [], server: null },
      },
    );
  });

  it('takes a missing input as null', async () => {
    const dispatch = dispatcher({ 'keychain.check': async () => 'ready' });
    expect(await dispatch('keychain.check', undefined, context)).toStrictEqual({ ok: true, value: 'ready' });
  });

  it.each(['no.such', 'constructor', '__proto__', 'toString', ''])('refuses the name %j', async (name) => {
    expect(await dispatcher({})(name, null, context)).toMatchObject({
      ok: false,
      problem: { code: 'input/invalid', params: { name, path: '' } },
    });
  });

  it('names the place of a wrong input and never its value', async () => {
    const input = { draftId: 'd', passphrase: { secret: 'hunter2' } };
    const reply = await dispatcher({})('keys.unlock', input, context);
    expect(reply).toMatchObject({
      problem: { code: 'input/invalid', params: { name: 'keys.unlock', path: 'passphrase' } },
    });
    expect(JSON.stringify(reply)).not.toContain('hunter2');
  });

  it('lets nothing through that the contract does not name', async () => {
    const dispatch = dispatcher({
      'tokens.reveal': async () => ({ text: 'czs_x', privateKey: 'leak' }) as { text: string },
    });
    expect(await dispatch('tokens.reveal', { tokenId: 't' }, context)).toStrictEqual({
      ok: true,
      value: { text: 'czs_x' },
    });
  });

  it('turns a wrong output into an internal problem without the value', async () => {
    const dispatch = dispatcher({ 'keychain.check': async () => 'leak' as 'ready' });
    expect(await dispatch('keychain.check', null, context)).toMatchObject({
      problem: { code: 'internal', params: { name: 'keychain.check output' } },
    });
  });

  it('tells only the class of an unforeseen error', async () => {
    const dispatch = dispatcher({
      'keychain.check': async () => {
        throw new RangeError('with a secret in it');
      },
    });
    expect(await dispatch('keychain.check', null, context)).toMatchObject({
      problem: { code: 'internal', params: { name: 'RangeError' } },
    });
  });

  it('does not start what is cancelled already', async () => {
    const signal = AbortSignal.abort();
    expect(await dispatcher({})('keychain.check', null, { signal })).toMatchObject({
      problem: { code: 'cancelled' },
    });
  });
});
