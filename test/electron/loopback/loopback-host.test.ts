import { expect, it } from 'vitest';
import { createLoopbackHost, firstKnownLanguage } from '../../../electron/loopback/loopback-host.ts';
import type { BridgeEvent } from '../../../shared/bridge.ts';

it.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['fr-FR, en-GB;q=0.5, zh', 'en'],
  ['fr', null],
  ['', null],
  ['*', null],
])('the first language of "%s" is %s', (header, language) => {
  expect(firstKnownLanguage(header)).toBe(language);
});

it('leaves notices to the page, and hears what was chosen once', () => {
  const told: BridgeEvent[] = [];
  const chosen: (string | null)[] = [];
  const host = createLoopbackHost({
    version: '1',
    dataFolder: '/data',
    language: 'en',
    emit: (event) => told.push(event),
  });
  const notice = { id: 'n', title: 'T', body: 'B', actions: [{ id: 'renew', label: 'Renew' }] };
  host.notify({ ...notice, onAction: (action) => chosen.push(action) });
  host.actOnNotice?.('n', 'renew');
  host.actOnNotice?.('n', 'renew');
  host.dismissNotice('n');
  expect(chosen).toEqual(['renew']);
  expect(told).toEqual([
    { name: 'notice', payload: notice },
    { name: 'noticeGone', payload: { id: 'n' } },
  ]);
});

it('does not touch the clipboard of the machine that it runs on', async () => {
  const host = createLoopbackHost({
    version: '1',
    dataFolder: '/data',
    language: 'zh',
    emit: () => undefined,
  });
  await expect(host.writeClipboard('x')).rejects.toMatchObject({ problem: { code: 'input/invalid' } });
  expect(host.info).toMatchObject({ platform: 'web', copiesInPage: true, noticesInPage: true });
});
