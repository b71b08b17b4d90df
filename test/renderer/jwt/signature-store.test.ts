import { beforeEach, expect, test } from 'vitest';
import {
  checkSignature,
  checkWithFile,
  forgetCheck,
  useSignatureStore,
} from '../../../renderer/jwt/signature-store.ts';
import type { JwtCheck } from '../../../shared/jwt/signature-check.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { fakeBridge } from '../fake-bridge.ts';

const valid: JwtCheck = {
  state: 'valid',
  reason: null,
  warnings: [],
  key: null,
  readAs: null,
  fileName: null,
};
const invalid: JwtCheck = { ...valid, state: 'invalid', reason: 'signature-mismatch' };
const secret = { kind: 'secret', text: 's', encoding: 'text' } as const;

/** An answer that waits to be given. */
function pending() {
  let give: (check: JwtCheck | null) => void = () => {};
  const answer = new Promise<JwtCheck | null>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}

const found = () => {
  const { token, check, problem } = useSignatureStore.getState();
  return { token, state: check?.state ?? null, code: problem?.code ?? null };
};

beforeEach(forgetCheck);

test('what was found stays when no file is chosen', async () => {
  fakeBridge({ 'jwt.check': () => valid, 'jwt.pickKey': () => null });
  await checkSignature('a.b.c', secret);
  expect(await checkWithFile('a.b.c')).toBeNull();
  expect(found()).toEqual({ token: 'a.b.c', state: 'valid', code: null });
});

test('what was found stays until the next answer is there', async () => {
  const { answer, give } = pending();
  fakeBridge({ 'jwt.check': () => valid, 'jwt.pickKey': () => answer });
  await checkSignature('a.b.c', secret);
  const picked = checkWithFile('a.b.c');
  expect(found().state).toBe('valid');
  give(invalid);
  await picked;
  expect(found().state).toBe('invalid');
});

test('an answer counts only when nothing was asked or forgotten since', async () => {
  const { answer, give } = pending();
  fakeBridge({ 'jwt.pickKey': () => answer, 'jwt.check': () => valid });
  const first = checkWithFile('old');
  await checkSignature('new', secret);
  give(invalid);
  await first;
  expect(found()).toEqual({ token: 'new', state: 'valid', code: null });

  const late = checkSignature('new', secret);
  forgetCheck();
  await late;
  expect(found()).toEqual({ token: '', state: null, code: null });
});

test('a file that is not chosen does not silence a check that is under way', async () => {
  const { answer, give } = pending();
  fakeBridge({ 'jwt.check': () => answer, 'jwt.pickKey': () => null });
  const check = checkSignature('a.b.c', secret);
  await checkWithFile('a.b.c');
  give(valid);
  await check;
  expect(found().state).toBe('valid');
});

test('a check that could not be made says why', async () => {
  fakeBridge({
    'jwt.check': () => {
      throw new ProblemError('key/too-large', { params: { limit: 65_536 } });
    },
  });
  await checkSignature('a.b.c', secret);
  expect(found()).toEqual({ token: 'a.b.c', state: null, code: 'key/too-large' });
});
