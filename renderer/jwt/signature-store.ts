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

let asked = 0;
let heard = 0;

/**
 * What was found last stays until the answer is there, and when no key was chosen. An answer to an earlier question than
 * the one that was answered last is dropped.
 */
async function settle(token: string, work: Promise<JwtCheck | null>): Promise<JwtCheck | null> {
  asked += 1;
  const own = asked;
  const hear = (found: Pick<SignatureStore, 'check' | 'problem'>) => {
    if (own <= heard) return;
    heard = own;
    useSignatureStore.setState({ token, ...found });
  };
  try {
    const check = await work;
    if (check !== null) hear({ check, problem: null });
    return check;
  } catch (thrown) {
    hear({ check: null, problem: problemOf(thrown) });
    return null;
  }
}

/** Checks the signature of `token`; the token itself is not touched. */
export function checkSignature(token: string, key: CheckKey): Promise<JwtCheck | null> {
  return settle(token, call('jwt.check', { token, key }));
}

/** Asks for a file with the key and checks with it; null, and nothing changes, when none is chosen. */
export function checkWithFile(token: string): Promise<JwtCheck | null> {
  return settle(token, call('jwt.pickKey', { token }));
}

/** Forgets what was found, so that the token stands as not checked again. */
export function forgetCheck(): void {
  heard = asked;
  useSignatureStore.setState({ token: '', check: null, problem: null });
}
