import { create } from 'zustand';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { buildAssertion, defaultAssertionLifetime } from '../../shared/coze/assertion.ts';
import { clockCorrection } from '../../shared/coze/clock-correction.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import type { Problem } from '../../shared/problem.ts';
import { epochMilliseconds, toEpochSeconds } from '../../shared/time.ts';
import { useAppStore } from '../app/app-store.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { usePracticeLog } from '../app/practice-log-store.ts';
import { sendToEnd } from '../app/send-to-end.ts';
import { type FlowStep, flowSteps, stepOf } from './flow-steps.ts';
import { usePracticeStore } from './practice-store.ts';

interface FlowState {
  readonly isRegistered: boolean;
  /** Signed and not yet sent. */
  readonly jwt: string | null;
  /** By how many milliseconds its times were moved onto practice Coze's clock; null when they were not. */
  readonly clockCorrectedMs: number | null;
  /** A token was got in this round. */
  readonly hasToken: boolean;
  readonly hasCalled: boolean;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  /** The step that `problem` befell. */
  readonly failed: FlowStep | null;
}

const round = {
  jwt: null,
  clockCorrectedMs: null,
  hasToken: false,
  hasCalled: false,
  problem: null,
  failed: null,
};

export const useFlowStore = create<FlowState>()(() => ({ ...round, isRegistered: false, isBusy: false }));

/** Back to the beginning: practice Coze has forgotten what was done. */
export function beginAnew(): void {
  useFlowStore.setState({ ...round, isRegistered: false });
}

export interface PracticePair {
  readonly app: OAuthApp;
  readonly key: SigningKey;
}

/** The practice app of the flow, with the key that signs for it. */
export function practicePair(
  apps: readonly OAuthApp[],
  keys: readonly SigningKey[],
  currentAppId: string | null,
): PracticePair | null {
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

type Signed = Pick<FlowState, 'jwt' | 'clockCorrectedMs'>;

async function sign({ app, key }: PracticePair): Promise<Signed> {
  const { practice, profile, clocks } = useAppStore.getState();
  const { url } = practice;
  const offsetMs = clocks.find(({ api }) => api === url)?.offsetMs ?? null;
  const clockCorrectedMs = profile.settings.useServerClock ? clockCorrection(offsetMs) : null;
  const { header, claims } = buildAssertion({
    clientId: app.clientId,
    kid: key.kid ?? '',
    audience: url === null ? '' : new URL(url).host,
    now: toEpochSeconds(epochMilliseconds(Date.now() + (clockCorrectedMs ?? 0))),
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
  return { jwt: signed.jwt, clockCorrectedMs };
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
      return { isRegistered: true };
    case 'sign':
      return { ...round, ...(await sign(pair)) };
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
      await sendToEnd({
        source: { kind: 'app', appId: pair.app.id },
        endpointId: 'users_me',
        method: 'GET',
        target: { kind: 'region', path: '/v1/users/me' },
        query: [],
        headers: [],
        body: { kind: 'none' },
        variableSetId: null,
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

function nextStep(): FlowStep {
  const { practice } = useAppStore.getState();
  const progress = { ...useFlowStore.getState(), hasApp: pairNow() !== null, isRunning: practice.running };
  return stepOf(progress) ?? 'sign';
}

/** Carries out the next step; what it sends arrives in the log. */
export async function takeStep(): Promise<void> {
  if (useFlowStore.getState().isBusy) return;
  const step = nextStep();
  useFlowStore.setState({ isBusy: true, problem: null, failed: null });
  const stop = markNewest(usePracticeLog.getState().entries[0]?.number ?? 0);
  try {
    useFlowStore.setState(await carryOut(step));
  } catch (thrown) {
    useFlowStore.setState({ problem: problemOf(thrown), failed: step });
  } finally {
    useFlowStore.setState({ isBusy: false });
    setTimeout(stop, 1000);
  }
}

/** Does what failed once more, with the steps that lead there: a failed exchange has used its JWT up, so that it is signed anew. */
export async function takeAgain(): Promise<void> {
  const wanted = useFlowStore.getState().failed;
  for (const _ of flowSteps) {
    const step = nextStep();
    await takeStep();
    if (step === wanted || useFlowStore.getState().problem !== null) return;
  }
}
