import { create } from 'zustand';
import type { SigningKey } from '../../../shared/coze/key.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import type { CodeLanguage } from '../../../shared/jwt/code/signing-code.ts';
import { isSigningAlgorithm } from '../../../shared/jwt/signing-algorithms.ts';
import type { Problem } from '../../../shared/problem.ts';
import { useAppStore } from '../../app/app-store.ts';
import { call, problemOf } from '../../app/bridge-client.ts';
import { type BuildKind, useBuildStore } from './build-store.ts';
import { type Draft, memberText, readDraft } from './draft.ts';
import { readObject } from './read-object.ts';

/** A draft as it was signed, and what became of it. */
export interface Signed extends Pick<Draft, 'header' | 'payload' | 'keyId' | 'appId'> {
  readonly jwt: string;
  readonly token: AccessToken | null;
}

/** What was signed is no more what stands in the JSON, or is for another app or key by now. */
export function isOutdated(signed: Signed, draft: Draft): boolean {
  return (['header', 'payload', 'keyId', 'appId'] as const).some((name) => signed[name] !== draft[name]);
}

interface Work {
  readonly signed: Signed | null;
  readonly running: 'sign' | 'exchange' | null;
  readonly problem: Problem | null;
  /** What `problem` speaks of: signing this draft, or an exchange. */
  readonly failed: Draft | 'exchange';
}

interface SignState {
  readonly work: Readonly<Record<BuildKind, Work>>;
  readonly cancel: AbortController | null;
  /** Which result is in sight: what becomes of signing shows itself. */
  readonly tab: 'token' | CodeLanguage;
}

const idle: Work = { signed: null, running: null, problem: null, failed: 'exchange' };

export const useSignStore = create<SignState>()(() => ({
  work: { coze: idle, any: idle },
  cancel: null,
  tab: 'token',
}));

function set(kind: BuildKind, change: Partial<Work>): void {
  useSignStore.setState(({ work }) => ({ work: { ...work, [kind]: { ...work[kind], ...change } } }));
}

/** What the main process takes, in characters. */
const longestPayload = 1_048_576;
const longestHeader = 65_536;

/** What has to be done before a draft can be signed; null when nothing. */
export function whyNotSignable(
  draft: Draft,
  keys: readonly SigningKey[],
): 'needsJson' | 'needsKey' | 'needsAlg' | 'tooLong' | null {
  const { header, payload, keyId } = draft;
  if (header.length > longestHeader || payload.length > longestPayload) return 'tooLong';
  if (readObject(header) === null || readObject(payload) === null) return 'needsJson';
  if (!isSigningAlgorithm(memberText(readDraft(draft), 'header', ['alg']).text)) return 'needsAlg';
  return keys.some(({ id, held }) => id === keyId && held !== 'gone') ? null : 'needsKey';
}

/** Signs the draft in sight in the main process; does nothing while it cannot be signed or something runs. */
export async function signDraft(): Promise<void> {
  const { kind, histories } = useBuildStore.getState();
  const draft = histories?.[kind].present;
  if (
    !draft ||
    whyNotSignable(draft, useAppStore.getState().profile.keys) !== null ||
    useSignStore.getState().work[kind].running
  )
    return;
  const { header, payload, keyId, appId } = draft;
  if (keyId === null) return;
  useSignStore.setState({ tab: 'token' });
  set(kind, { running: 'sign', problem: null });
  try {
    const { jwt } = await call('jwt.sign', { keyId, header, payload });
    set(kind, { signed: { header, payload, keyId, appId, jwt, token: null } });
  } catch (thrown) {
    set(kind, { problem: problemOf(thrown), failed: draft });
  } finally {
    set(kind, { running: null });
  }
}

/** Sends the signed assertion to the token endpoint of the app that it was signed for. Coze takes it once. */
export async function exchangeSigned(): Promise<void> {
  const { signed, running } = useSignStore.getState().work.coze;
  const app = useAppStore.getState().profile.apps.find(({ id }) => id === signed?.appId);
  if (signed === null || app === undefined || running !== null) return;
  const { durationSeconds, scope } = app.defaults;
  const cancel = new AbortController();
  useSignStore.setState({ cancel });
  set('coze', { running: 'exchange', problem: null });
  try {
    const input = { appId: app.id, jwt: signed.jwt, durationSeconds, scope };
    const token = await call('tokens.exchange', input, { signal: cancel.signal });
    set('coze', { signed: { ...signed, token } });
  } catch (thrown) {
    set('coze', { problem: problemOf(thrown), failed: 'exchange' });
  } finally {
    set('coze', { running: null });
    useSignStore.setState({ cancel: null });
  }
}

/** Does once more what failed. */
export function retryWork(kind: BuildKind): Promise<void> {
  return useSignStore.getState().work[kind].failed === 'exchange' ? exchangeSigned() : signDraft();
}

export function cancelExchange(): void {
  useSignStore.getState().cancel?.abort();
}
