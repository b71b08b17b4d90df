import { describe, expect, test } from 'vitest';
import { draftOfEndpoint } from '../../../../renderer/console/request/request-draft.ts';
import {
  readSocketAddress,
  shownSocketUrl,
  socketEntry,
  socketOriginOf,
} from '../../../../renderer/console/sockets/socket-address.ts';
import { socketObstacles, socketRequestOf } from '../../../../renderer/console/sockets/socket-request.ts';
import { endpoints } from '../../../../shared/coze/endpoints.ts';

const cn = 'https://api.coze.cn';
const chat = endpoints.find(({ id }) => id === 'streaming_chat_api');
if (chat === undefined) throw new Error('the catalogue has no voice chat');
const draft = draftOfEndpoint(chat);

describe('the address of a WebSocket', () => {
  test('is a path, since the region alone says at which host', () => {
    expect(draft.address).toBe('/v1/chat');
    expect(socketOriginOf(cn)).toBe('wss://ws.coze.cn');
    expect(socketOriginOf('http://127.0.0.1:8080')).toBe('ws://127.0.0.1:8080');
    expect(socketOriginOf(null)).toBeNull();
  });

  test.each([
    ['', { kind: 'empty' }],
    ['/v1/chat?bot_id=1', { kind: 'path', path: '/v1/chat' }],
    ['v1/chat', { kind: 'path', path: '/v1/chat' }],
    ['wss://ws.coze.cn/v1/chat', { kind: 'path', path: '/v1/chat' }],
    ['wss://ws.coze.com/v1/chat', { kind: 'elsewhere', origin: 'wss://ws.coze.com' }],
    ['wss://ws.coze.cn.evil.example/v1', { kind: 'elsewhere', origin: 'wss://ws.coze.cn.evil.example' }],
  ])('“%s” is read', (typed, read) => {
    expect(readSocketAddress(typed, 'wss://ws.coze.cn')).toEqual(read);
  });

  test('is an entry of the catalogue with or without host', () => {
    for (const typed of ['/v1/chat', 'wss://ws.coze.com/v1/chat?a=1'])
      expect(socketEntry(typed)?.id).toBe('streaming_chat_api');
    expect(socketEntry('/v3/chat')).toBeNull();
  });

  test('is shown whole, with its query', () => {
    const query = draft.query.map((row) => (row.name === 'bot_id' ? { ...row, value: '7' } : row));
    expect(shownSocketUrl({ ...draft, query }, cn)).toBe('wss://ws.coze.cn/v1/chat?bot_id=7');
    expect(socketRequestOf({ ...draft, query }, { kind: 'app', appId: 'a' }, cn)).toMatchObject({
      path: '/v1/chat',
      query: [['bot_id', '7']],
    });
  });

  test('of another host is in the way', () => {
    const elsewhere = { ...draft, address: 'wss://ws.coze.com/v1/chat' };
    expect(socketObstacles(elsewhere, () => true, cn)).toEqual([
      { kind: 'socket-elsewhere', origin: 'wss://ws.coze.com' },
    ]);
    expect(socketObstacles(draft, () => true, cn)).toEqual([]);
    expect(socketObstacles({ ...draft, address: '' }, () => true, cn)).toEqual([{ kind: 'address-empty' }]);
  });
});
