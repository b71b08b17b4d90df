import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { endpoints } from '../../../../shared/coze/endpoints.ts';

// What is open is kept for the whole page: this is a page of its own.
vi.resetModules();
const { offeredCommands } = await import('../../../../renderer/console/commands/offered-commands.ts');
const { closeTabs, openEndpoint, openFreeRequest, patchTab, tabOf, useTabsStore } = await import(
  '../../../../renderer/console/tabs-store.ts'
);
const { togglePin } = await import('../../../../renderer/console/catalogue/endpoint-marks.ts');
const { consoleCommandsNow, offerConsoleCommands } = await import(
  '../../../../renderer/app/console-commands.ts'
);
afterAll(() => void vi.resetModules());
beforeEach(() => useTabsStore.setState({ tabs: [], selectedId: null, closed: [] }));

const standing = { arrangement: 'rows', canChoose: true, isSideHidden: false } as const;
const namesNow = () => offeredCommands('linux', standing).map(({ name }) => name);
const selectedId = () => tabOf(useTabsStore.getState())?.id ?? '';

test('without a request only what concerns the screen is offered', () => {
  expect(namesNow()).toEqual(['searchEndpoints', 'showHistory', 'variables', 'answerBeside', 'hideSide']);
  const folded = { arrangement: 'columns', canChoose: false, isSideHidden: true } as const;
  expect(offeredCommands('linux', folded).map(({ name }) => name)).toContain('showSide');
  expect(offeredCommands('linux', folded).map(({ name }) => name)).not.toContain('answerBelow');
});

test('a request is sent, or cancelled while it is on its way', () => {
  openFreeRequest();
  expect(namesNow()).toContain('send');
  expect(namesNow()).not.toContain('cancel');
  expect(namesNow()).not.toContain('pin');
  patchTab(selectedId(), { isStarting: true });
  expect(namesNow()).toContain('cancel');
  expect(namesNow()).not.toContain('send');
});

test('an endpoint is pinned or unpinned; tabs are brought back only where some were closed', () => {
  const [endpoint] = endpoints;
  if (endpoint === undefined) throw new Error('there is no endpoint');
  openEndpoint(endpoint);
  expect(namesNow()).toContain('pin');
  togglePin(endpoint.id);
  expect(namesNow()).toContain('unpin');
  togglePin(endpoint.id);
  expect(namesNow()).not.toContain('reopenTab');
  patchTab(selectedId(), { touched: true });
  openFreeRequest();
  expect(namesNow()).toContain('nextTab');
  closeTabs([endpoint.id, ...useTabsStore.getState().tabs.map(({ id }) => id)]);
  expect(namesNow()).toContain('reopenTab');
});

test('keys stand beside what they do, where the host leaves them to the page', () => {
  openFreeRequest();
  const keysOn = (platform: 'linux' | 'mac' | 'web') =>
    Object.fromEntries(offeredCommands(platform, standing).map(({ name, keys }) => [name, keys]));
  expect(keysOn('linux')).toMatchObject({ send: 'Ctrl+↩', closeTab: 'Ctrl+W', variables: null });
  expect(keysOn('mac')).toMatchObject({ send: '⌘↩', duplicate: '⇧⌘D' });
  expect(keysOn('web')).toMatchObject({ send: 'Ctrl+↩', closeTab: null });
});

test('from other screens what needs no request in sight is offered', () => {
  expect(consoleCommandsNow().map(({ name }) => name)).toEqual([
    'searchEndpoints',
    'showHistory',
    'variables',
  ]);
  const end = offerConsoleCommands(() => [{ name: 'send', keys: null }]);
  expect(consoleCommandsNow()).toEqual([{ name: 'send', keys: null }]);
  end();
  expect(consoleCommandsNow()).toHaveLength(3);
});
