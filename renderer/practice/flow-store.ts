import { create } from 'zustand';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { buildAssertion, defaultAssertionLifetime } from '../../shared/coze/assertion.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import type { Problem } from '../../shared/problem.ts';
import { epochMilliseconds, toEpochSeconds } from '../../shared/time.ts';
import { useAppStore } from '../app/app-store.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { usePracticeLog } from '../app/practice-log-store.ts';
import { type FlowStep, stepOf } from './flow-steps.ts';
import { usePracticeStore } from './practice-store.ts';

interface FlowState {
  /** Signed and not yet sent. */
  readonly jwt: string | null;
  /** The id of the app's token that was got in this round. */
  readonly hasToken: boolean;
  readonly hasCalled: boolean;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
}

const beginning = { jwt: null, hasToken: false, hasCalled: false, problem: null };

export const useFlowStore = create<FlowState>()(() => ({ ...beginning, isBusy: false }));

/** The practice app of the flow, with the key that signs for it. */
export function practicePair(
  apps: readonly OAuthApp[],
  keys: readonly SigningKey[],
  currentAppId: string | null,
): { readonly app: OAuthApp; readonly key: SigningKey } | null {
  const own = apps.filter(({ region }) => region.kind === 'practice');
  const ordered = [...own.filter(({ id }) => id === currentAppId), ...own];
  for (const app of ordered) {
    const key = keys.find(({ id }) => id === app.keyInUse);
    if (key !== undefined && key.kid !== null && key.held !== 'gone') return { app, key };
  }
  return null;
}

function pairNow() {
  const { apps, keys, currentAppId } = useAppStore.getState().profile;
  return practicePair(apps, keys, currentAppId);
}

function newJti(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sign({ app, key }: NonNullable<ReturnType<typeof pairNow>>): Promise<string> {
  const { url } = useAppStore.getState().practice;
  const { header, claims } = buildAssertion({
    clientId: app.clientId,
    kid: key.kid ?? '',
    audience: url === null ? '' : new URL(url).host,
    now: toEpochSeconds(epochMilliseconds(Date.now())),
    lifetimeSeconds: defaultAssertionLifetime,
    jti: newJti(),
    sessionName: '',
    device: { kind: 'none' },
  });
  const signed = await call('jwt.sign', {
    keyId: key.id,
    header: JSON.stringify(header),
    payload: JSON.stringify(claims),
  });
  return signed.jwt;
}

async function carryOut(step: FlowStep): Promise<Partial<FlowState>> {
  const pair = pairNow();
  if (step === 'key' || pair === null) {
    const hold = useAppStore.getState().keychain === 'ready' ? 'keychain' : 'this-run';
    await call('practice.setUp', { hold });
    return {};
  }
  switch (step) {
    case 'app':
      await call('practice.start', null);
      return {};
    case 'sign':
      return { ...beginning, jwt: await sign(pair) };
    case 'exchange': {
      const { jwt } = useFlowStore.getState();
      // Whatever the answer, the assertion is used up.
      useFlowStore.setState({ jwt: null });
      await call('tokens.exchange', {
        appId: pair.app.id,
        jwt: jwt ?? '',
        durationSeconds: 900,
        scope: null,
      });
      return { hasToken: true };
    }
    case 'call': {
      await call('console.send', {
        source: { kind: 'app', appId: pair.app.id },
        method: 'GET',
        path: '/v1/users/me',
        query: [],
        headers: [],
        body: null,
      });
      return { hasCalled: true };
    }
  }
}

/** Marks the newest request in the log, without leaving the flow. */
function markNewest(after: number): () => void {
  return usePracticeLog.subscribe(({ entries }) => {
    const [newest] = entries;
    if (newest !== undefined && newest.number > after) usePracticeStore.setState({ selected: newest.number });
  });
}

/** Carries out the next step; what it sends arrives in the log. */
export async function takeStep(): Promise<void> {
  const state = useFlowStore.getState();
  if (state.isBusy) return;
  const { practice } = useAppStore.getState();
  const step = stepOf({ ...state, hasApp: pairNow() !== null, isRunning: practice.running }) ?? 'sign';
  useFlowStore.setState({ isBusy: true, problem: null });
  const stop = markNewest(usePracticeLog.getState().entries[0]?.number ?? 0);
  try {
    useFlowStore.setState(await carryOut(step));
  } catch (thrown) {
    useFlowStore.setState({ problem: problemOf(thrown) });
  } finally {
    useFlowStore.setState({ isBusy: false });
    setTimeout(stop, 1000);
  }
}
