import { create } from 'zustand';
import type { MintOptions } from '../../../shared/coze/app.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import type { Problem } from '../../../shared/problem.ts';
import { call, problemOf } from '../../app/bridge-client.ts';
import { type BuildKind, useBuildStore } from './build-store.ts';
import type { Draft } from './draft.ts';

/** A draft as it was signed, and what became of it. */
export interface Signed extends Pick<Draft, 'header' | 'payload' | 'keyId'> {
  readonly jwt: string;
  readonly token: AccessToken | null;
}

/** What was signed is no more what stands in the JSON, or is to be signed with another key. */
export function isOutdated(signed: Signed, draft: Draft): boolean {
  return signed.header !== draft.header || signed.payload !== draft.payload || signed.keyId !== draft.keyId;
}

interface Work {
  readonly signed: Signed | null;
  readonly running: 'sign' | 'exchange' | null;
  readonly problem: Problem | null;
}

interface SignState {
  readonly work: Readonly<Record<BuildKind, Work>>;
  readonly cancel: AbortController | null;
}

const idle: Work = { signed: null, running: null, problem: null };

export const useSignStore = create<SignState>()(() => ({ work: { coze: idle, any: idle }, cancel: null }));

function set(kind: BuildKind, change: Partial<Work>): void {
  useSignStore.setState(({ work }) => ({ work: { ...work, [kind]: { ...work[kind], ...change } } }));
}

/** Signs the draft in sight in the main process; does nothing without a key, and while something runs. */
export async function signDraft(): Promise<void> {
  const { kind, histories } = useBuildStore.getState();
  const draft = histories?.[kind].present;
  if (!draft || draft.keyId === null || useSignStore.getState().work[kind].running) return;
  const { header, payload, keyId } = draft;
  set(kind, { running: 'sign', problem: null });
  try {
    const { jwt } = await call('jwt.sign', { keyId, header, payload });
    set(kind, { signed: { header, payload, keyId, jwt, token: null } });
  } catch (thrown) {
    set(kind, { problem: problemOf(thrown) });
  } finally {
    set(kind, { running: null });
  }
}

/** Sends the signed assertion to the app's token endpoint. Coze takes it once. */
export async function exchangeSigned(
  appId: string,
  options: Pick<MintOptions, 'durationSeconds' | 'scope'>,
): Promise<void> {
  const { signed, running } = useSignStore.getState().work.coze;
  if (signed === null || running !== null) return;
  const { durationSeconds, scope } = options;
  const cancel = new AbortController();
  useSignStore.setState({ cancel });
  set('coze', { running: 'exchange', problem: null });
  try {
    const input = { appId, jwt: signed.jwt, durationSeconds, scope };
    const token = await call('tokens.exchange', input, { signal: cancel.signal });
    set('coze', { signed: { ...signed, token } });
  } catch (thrown) {
    set('coze', { problem: problemOf(thrown) });
  } finally {
    set('coze', { running: null });
    useSignStore.setState({ cancel: null });
  }
}

export function cancelExchange(): void {
  useSignStore.getState().cancel?.abort();
}

export function dismissSignProblem(kind: BuildKind): void {
  set(kind, { problem: null });
}
