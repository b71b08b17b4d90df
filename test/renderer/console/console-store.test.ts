import { afterEach, expect, it } from 'vitest';
import { useAppStore } from '../../../renderer/app/app-store.ts';
import { chooseToken, renewAndSend, useConsoleStore } from '../../../renderer/console/console-store.ts';
import { choiceOf, senderOf } from '../../../renderer/console/token-choice.ts';
import { endpoints } from '../../../shared/coze/endpoints.ts';
import { fakeBridge } from '../fake-bridge.ts';
import { sampleToken } from '../mint/token-samples.ts';

const token = sampleToken({ id: 't1', appId: 'a1' });
const renewed = sampleToken({ id: 't2', appId: 'a1', replaces: 't1' });
const choice = choiceOf(token, [{ id: 'a1' }]);
const [endpoint] = endpoints.filter(({ path }) => path === '/v1/users/me');
const sender = senderOf(choice, 'a1');

afterEach(() => {
  useAppStore.setState({ tokens: [] });
  chooseToken({ kind: 'app' });
});

it('a chosen token that is renewed gives its place to the new one as soon as that is told', () => {
  useAppStore.setState({ tokens: [token] });
  chooseToken(choice);
  useAppStore.setState({ tokens: [renewed, { ...token, replacedBy: 't2' }] });
  expect(useConsoleStore.getState().tokenChoice).toMatchObject({ tokenId: 't2', firstId: 't1' });
  useAppStore.setState({ tokens: [renewed] });
  expect(useConsoleStore.getState().tokenChoice).toMatchObject({ tokenId: 't2', firstId: 't1' });
});

it('an expired token is renewed, and the request goes with the new one', async () => {
  const made = fakeBridge({ 'tokens.renew': () => renewed, 'console.send': () => ({ text: '' }) });
  if (!endpoint || !sender) throw new Error('nothing to send');
  await renewAndSend(endpoint, sender);
  expect(made).toMatchObject([
    { name: 'tokens.renew', input: { tokenId: 't1' } },
    { name: 'console.send', input: { source: { kind: 'token', tokenId: 't2' } } },
  ]);
});
