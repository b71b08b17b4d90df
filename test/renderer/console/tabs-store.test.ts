import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Endpoint, endpoints } from '../../../shared/coze/endpoints.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { fakeBridge } from '../fake-bridge.ts';
import { sampleToken } from '../mint/token-samples.ts';

// A page follows its runs once and for all: this is a page of its own.
vi.resetModules();
const { useAppStore } = await import('../../../renderer/app/app-store.ts');
const { withJson } = await import('../../../renderer/console/request/request-draft.ts');
const { useRunsStore } = await import('../../../renderer/console/runs-store.ts');
const { cancelRun, renewAndStart, startRun } = await import('../../../renderer/console/start-run.ts');
const {
  addRun,
  changeDraft,
  chooseToken,
  closeTabs,
  draftSteps,
  duplicateTab,
  openEndpoint,
  openFreeRequest,
  reopenTab,
  selectBeside,
  tabOf,
  useTabsStore,
} = await import('../../../renderer/console/tabs-store.ts');
const { choiceOf } = await import('../../../renderer/console/token-choice.ts');
afterAll(() => void vi.resetModules());

function endpoint(id: string): Endpoint {
  const found = endpoints.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`There is no endpoint ${id}.`);
  return found;
}

const names = () => useTabsStore.getState().tabs.map(({ history }) => history.present.endpointId);
const selected = () => {
  const tab = tabOf(useTabsStore.getState());
  if (tab === null) throw new Error('there is no tab');
  return tab;
};
const setAddress = (address: string) => changeDraft('address', (draft) => ({ ...draft, address }));
const type = (json: string) =>
  changeDraft('json', (draft) => ({ ...draft, body: withJson(draft.body, json) }));
const begin = () => {
  useTabsStore.setState({ tabs: [], selectedId: null, closed: [] });
  useRunsStore.setState({ runs: {}, events: {} });
};
const { profile } = useAppStore.getState();

beforeEach(begin);
afterEach(() => {
  begin();
  useAppStore.setState({ tokens: [], profile });
});

describe('tabs', () => {
  test('open beside the selected one, and take the place of one that nobody touched', () => {
    openEndpoint(endpoint('users_me'));
    openEndpoint(endpoint('chat_v3'));
    expect(names()).toEqual(['chat_v3']);
    type('{"bot_id":"1"}');
    openEndpoint(endpoint('users_me'));
    expect(names()).toEqual(['chat_v3', 'users_me']);
    openEndpoint(endpoint('chat_v3'));
    expect(selected().history.present.body.json).toBe('{"bot_id":"1"}');
    openEndpoint(endpoint('chat_v3'), true);
    expect(names()).toEqual(['chat_v3', 'chat_v3', 'users_me']);
  });

  test('go with the token of the one before, but without one only when that is said of them', () => {
    const given = { kind: 'token', tokenId: 't1', firstId: 't1', appId: null } as const;
    openEndpoint(endpoint('users_me'));
    chooseToken(given);
    openFreeRequest();
    expect(selected().tokenChoice).toEqual(given);
    chooseToken({ kind: 'none' });
    duplicateTab(selected().id);
    expect(selected().tokenChoice).toEqual({ kind: 'none' });
    openFreeRequest();
    expect(selected().tokenChoice).toEqual({ kind: 'app' });
  });

  test('go round by keyboard, are duplicated, closed and brought back where they were', () => {
    openEndpoint(endpoint('chat_v3'));
    type('{"a":1}');
    duplicateTab(selected().id);
    openFreeRequest();
    setAddress('/v1/users/me');
    expect(names()).toEqual(['chat_v3', 'chat_v3', 'users_me']);
    selectBeside(1);
    expect(selected().history.present.endpointId).toBe('chat_v3');
    selectBeside(-1);
    expect(selected().history.present.endpointId).toBe('users_me');
    const [first] = useTabsStore.getState().tabs;
    closeTabs([first?.id ?? '']);
    expect(selected().history.present.endpointId).toBe('users_me');
    reopenTab();
    expect(useTabsStore.getState().tabs[0]?.id).toBe(first?.id);
    expect(selected().history.present.body.json).toBe('{"a":1}');
  });

  test('take the neighbour when the selected one is closed, and none when it was the last', () => {
    openEndpoint(endpoint('users_me'));
    openFreeRequest();
    closeTabs([selected().id]);
    expect(names()).toEqual(['users_me']);
    closeTabs([selected().id]);
    expect(useTabsStore.getState().selectedId).toBeNull();
    selectBeside(1);
    duplicateTab('gone');
    expect(names()).toEqual([]);
  });

  test('undo what was changed anywhere in the request', () => {
    openEndpoint(endpoint('chat_v3'));
    const example = selected().history.present.body.json;
    type('{"a": ');
    changeDraft('method', (draft) => ({ ...draft, method: 'PUT' }));
    expect(selected().history.present.endpointId).toBeNull();
    draftSteps.undo();
    expect(selected().history.present).toMatchObject({ method: 'POST', endpointId: 'chat_v3' });
    draftSteps.undo();
    expect(selected().history.present.body.json).toBe(example);
    draftSteps.redo();
    expect(selected().history.present.body).toMatchObject({ json: '{"a": ', readable: example });
  });

  test('keep the answers of a bounded number of requests', () => {
    const made = fakeBridge({ 'console.dropRun': () => null });
    openEndpoint(endpoint('users_me'));
    const { id } = selected();
    for (let run = 1; run <= 12; run += 1) addRun(id, `r${run}`);
    expect(selected().runIds).toHaveLength(10);
    expect(selected().runIds[0]).toBe('r12');
    expect(made.map(({ input }) => input)).toEqual([{ runId: 'r1' }, { runId: 'r2' }]);
  });
});

describe('sending', () => {
  const send = () => {
    useAppStore.setState({ profile: { ...profile, currentAppId: 'a1' } });
    openEndpoint(endpoint('users_me'));
  };

  test('starts one run of the selected tab, which cancel ends', async () => {
    const made = fakeBridge({
      'console.runs': () => [],
      'console.start': () => ({ runId: 'r1' }),
      'console.cancel': () => null,
    });
    send();
    expect(cancelRun()).toBe(false);
    await Promise.all([startRun(), startRun()]);
    const starts = made.filter(({ name }) => name === 'console.start');
    expect(starts).toHaveLength(1);
    expect(starts[0]?.input).toMatchObject({
      request: { endpointId: 'users_me', source: { kind: 'app', appId: 'a1' } },
    });
    expect(selected()).toMatchObject({ runIds: ['r1'], isStarting: false, problem: null, touched: true });
  });

  test('is called off while it begins, and while nothing has been told of it yet', async () => {
    const made = fakeBridge({
      'console.runs': () => [],
      'console.start': () => ({ runId: 'r1' }),
      'console.cancel': () => null,
    });
    const cancelled = () => made.filter(({ name }) => name === 'console.cancel').map(({ input }) => input);
    send();
    const started = startRun();
    expect(cancelRun()).toBe(true);
    expect(cancelled()).toEqual([]);
    await started;
    expect(cancelled()).toEqual([{ runId: 'r1' }]);
    expect(cancelRun()).toBe(true);
    expect(cancelled()).toHaveLength(2);
  });

  test('says why a request was not taken, and sends nothing that cannot be sent', async () => {
    const made = fakeBridge({
      'console.runs': () => [],
      'console.start': () => {
        throw new ProblemError('token/not-found');
      },
    });
    send();
    await startRun();
    expect(selected().problem?.code).toBe('token/not-found');
    setAddress('');
    const before = made.length;
    await startRun();
    expect(made).toHaveLength(before);
  });

  test('with a chosen token goes with the one that renewed it', async () => {
    const token = sampleToken({ id: 't1', appId: 'a1' });
    const renewed = sampleToken({ id: 't2', appId: 'a1', replaces: 't1' });
    const made = fakeBridge({
      'console.runs': () => [],
      'tokens.renew': () => renewed,
      'console.start': () => ({ runId: 'r1' }),
    });
    send();
    useAppStore.setState({ tokens: [token] });
    chooseToken(choiceOf(token, [{ id: 'a1' }]));
    useAppStore.setState({ tokens: [renewed, { ...token, replacedBy: 't2' }] });
    expect(selected().tokenChoice).toMatchObject({ tokenId: 't2', firstId: 't1' });
    await renewAndStart();
    expect(made.filter(({ name }) => name === 'tokens.renew').map(({ input }) => input)).toEqual([
      { tokenId: 't2' },
    ]);
    expect(made.at(-1)).toMatchObject({
      name: 'console.start',
      input: { request: { source: { kind: 'token', tokenId: 't2' } } },
    });
  });
});
