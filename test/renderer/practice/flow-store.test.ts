import { beforeEach, describe, expect, it } from 'vitest';
import { useAppStore } from '../../../renderer/app/app-store.ts';
import { beginAnew, takeAgain, takeStep, useFlowStore } from '../../../renderer/practice/flow-store.ts';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import type { SigningKey } from '../../../shared/coze/key.ts';
import { noFaults } from '../../../shared/practice-faults.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { fakeBridge, tellScreens } from '../fake-bridge.ts';
import { sampleRun } from '../run-samples.ts';

const url = 'http://127.0.0.1:4000';
const app: OAuthApp = {
  id: 'a',
  name: 'Practice app',
  region: { kind: 'practice' },
  clientId: '1190000000137',
  variant: { kind: 'channel' },
  keyIds: ['k'],
  keyInUse: 'k',
  defaults: defaultMintOptions,
  autoRenew: false,
  scopes: [],
};
const key = { id: 'k', kid: 'kid-of-k', held: 'keychain' } as unknown as SigningKey;
const initial = useAppStore.getState();

function claimsSigned(calls: readonly { readonly name: string; readonly input: unknown }[]) {
  return calls
    .filter(({ name }) => name === 'jwt.sign')
    .map(({ input }) => JSON.parse((input as { payload: string }).payload) as { readonly iat: number });
}

beforeEach(() => {
  useAppStore.setState({
    ...initial,
    profile: { ...initial.profile, apps: [app], keys: [key], currentAppId: 'a' },
    practice: { running: true, url, port: 4000, faults: noFaults },
  });
  beginAnew();
});

describe('the flow', () => {
  it('shows under which kid and iss it is registered before it signs', async () => {
    const calls = fakeBridge({ 'jwt.sign': () => ({ jwt: 'a.b.c' }) });
    await takeStep();
    expect(useFlowStore.getState()).toMatchObject({ isRegistered: true, jwt: null });
    await takeStep();
    expect(useFlowStore.getState()).toMatchObject({ jwt: 'a.b.c', clockCorrectedMs: null });
    expect(calls.map(({ name }) => name)).toEqual(['practice.start', 'jwt.sign']);
  });

  it('signs by the clock of practice Coze where that is known and wanted, and says so', async () => {
    const calls = fakeBridge({ 'jwt.sign': () => ({ jwt: 'a.b.c' }) });
    useFlowStore.setState({ isRegistered: true });
    useAppStore.setState({ clocks: [{ api: url, offsetMs: -600_000, learnedAt: 0 }] });
    await takeStep();
    const local = Math.floor(Date.now() / 1000);
    expect(useFlowStore.getState().clockCorrectedMs).toBe(-600_000);
    expect(Math.abs((claimsSigned(calls)[0]?.iat ?? 0) - (local - 600))).toBeLessThanOrEqual(2);

    const { settings } = useAppStore.getState().profile;
    const profile = { ...useAppStore.getState().profile, settings: { ...settings, useServerClock: false } };
    useAppStore.setState({ profile });
    useFlowStore.setState({ jwt: null });
    await takeStep();
    expect(useFlowStore.getState().clockCorrectedMs).toBeNull();
    expect(Math.abs((claimsSigned(calls)[1]?.iat ?? 0) - local)).toBeLessThanOrEqual(2);
  });

  it('does a failed exchange again with a JWT of its own', async () => {
    let isRefused = true;
    const calls = fakeBridge({
      'jwt.sign': () => ({ jwt: 'a.b.c' }),
      'tokens.exchange': () => {
        if (isRefused) throw new ProblemError('exchange/refused');
        return {};
      },
    });
    useFlowStore.setState({ isRegistered: true, jwt: 'used.up.soon' });
    await takeStep();
    expect(useFlowStore.getState()).toMatchObject({ failed: 'exchange', jwt: null });
    expect(useFlowStore.getState().problem?.code).toBe('exchange/refused');
    isRefused = false;
    await takeAgain();
    expect(useFlowStore.getState()).toMatchObject({ hasToken: true, problem: null, failed: null });
    expect(calls.map(({ name }) => name)).toEqual(['tokens.exchange', 'jwt.sign', 'tokens.exchange']);
  });

  it('stops at a failure of the step that leads there', async () => {
    const calls = fakeBridge({
      'jwt.sign': () => {
        throw new ProblemError('keychain/locked');
      },
    });
    useFlowStore.setState({ isRegistered: true, failed: 'exchange' });
    await takeAgain();
    expect(useFlowStore.getState().problem?.code).toBe('keychain/locked');
    expect(calls.map(({ name }) => name)).toEqual(['jwt.sign']);
  });

  it('has called when the answer is there, and fails with what kept it from coming', async () => {
    const { problem } = new ProblemError('http/reset', { params: { host: '127.0.0.1', phase: 'answer' } });
    let end = sampleRun('r', { stage: 'failed', problem });
    const calls = fakeBridge({
      'console.start': () => {
        queueMicrotask(() => tellScreens({ name: 'consoleRun', payload: { run: end } }));
        return { runId: 'r' };
      },
    });
    useFlowStore.setState({ isRegistered: true, hasToken: true });
    await takeStep();
    expect(useFlowStore.getState()).toMatchObject({ hasCalled: false, failed: 'call', problem });
    end = sampleRun('r', { stage: 'done' });
    await takeAgain();
    expect(useFlowStore.getState()).toMatchObject({ hasCalled: true, failed: null, problem: null });
    const request = { source: { kind: 'app', appId: 'a' }, target: { kind: 'region', path: '/v1/users/me' } };
    const sent = calls.filter(({ name }) => name === 'console.start');
    expect(sent.map(({ input }) => input)).toMatchObject([{ request }, { request }]);
  });

  it('is at its beginning after practice Coze has forgotten everything', () => {
    useFlowStore.setState({ isRegistered: true, hasToken: true, hasCalled: true, jwt: 'a.b.c' });
    beginAnew();
    expect(useFlowStore.getState()).toMatchObject({
      isRegistered: false,
      hasToken: false,
      hasCalled: false,
      jwt: null,
    });
  });
});
