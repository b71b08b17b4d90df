import { create } from 'zustand';
import type { CallInput } from '../../shared/bridge.ts';
import type { JwtCheck } from '../../shared/jwt/signature-check.ts';
import type { Problem } from '../../shared/problem.ts';
import { call, problemOf } from '../app/bridge-client.ts';

export type CheckKey = CallInput<'jwt.check'>['key'];

interface SignatureStore {
  /** The token that `check` and `problem` speak of; any other one is not checked. */
  readonly token: string;
  readonly check: JwtCheck | null;
  readonly problem: Problem | null;
  readonly isDialogOpen: boolean;
}

export const useSignatureStore = create<SignatureStore>()(() => ({
  token: '',
  check: null,
  problem: null,
  isDialogOpen: false,
}));

async function settle(token: string, work: Promise<JwtCheck | null>): Promise<JwtCheck | null> {
  useSignatureStore.setState({ token, check: null, problem: null });
  try {
    const check = await work;
    if (useSignatureStore.getState().token === token) useSignatureStore.setState({ check });
    return check;
  } catch (thrown) {
    if (useSignatureStore.getState().token === token)
      useSignatureStore.setState({ problem: problemOf(thrown) });
    return null;
  }
}

/** Checks the signature of `token`; the token itself is not touched. */
export function checkSignature(token: string, key: CheckKey): Promise<JwtCheck | null> {
  return settle(token, call('jwt.check', { token, key }));
}

/** Asks for a file with the key and checks with it. */
export function checkWithFile(token: string): Promise<JwtCheck | null> {
  return settle(token, call('jwt.pickKey', { token }));
}

/** Forgets what was found, so that the token stands as not checked again. */
export function forgetCheck(): void {
  useSignatureStore.setState({ token: '', check: null, problem: null });
}
