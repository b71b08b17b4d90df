import { describe, expect, test } from 'vitest';
import {
  endpointFor,
  fillPath,
  pathNames,
  readAddress,
  readQuery,
  splitAddress,
} from '../../../../renderer/console/request/address.ts';
import { endpoints } from '../../../../shared/coze/endpoints.ts';

const api = 'https://api.coze.cn';

describe('an address', () => {
  test.each([
    ['', { kind: 'empty' }],
    ['/v1/bots', { kind: 'path', path: '/v1/bots' }],
    ['v1/bots', { kind: 'path', path: '/v1/bots' }],
    ['https://api.coze.cn/v1/bots', { kind: 'path', path: '/v1/bots' }],
    ['https://api.coze.cn', { kind: 'path', path: '/' }],
    ['https://example.com/x', { kind: 'url', url: 'https://example.com/x', origin: 'https://example.com' }],
    ['example.com/x', { kind: 'url', url: 'https://example.com/x', origin: 'https://example.com' }],
    ['localhost:8080/x', { kind: 'url', url: 'https://localhost:8080/x', origin: 'https://localhost:8080' }],
    ['{{host}}/x', { kind: 'url', url: '{{host}}/x', origin: null }],
    ['https://{{host}}/x', { kind: 'url', url: 'https://{{host}}/x', origin: null }],
  ])('“%s” is read', (typed, read) => {
    expect(readAddress(typed, api)).toEqual(read);
  });

  test('of another host is not the API host, whatever it looks like', () => {
    for (const url of [
      'https://api.coze.cn.evil.example/v1',
      'https://api.coze.cn@evil.example/',
      'http://api.coze.cn/',
    ])
      expect(readAddress(url, api).kind).toBe('url');
  });

  test('is filled in, percent-encoded, variables left alone', () => {
    expect(pathNames('/v1/bots/:bot_id/x/:bot_id')).toEqual(['bot_id']);
    expect(pathNames('http://127.0.0.1:8080/:a')).toEqual(['a']);
    expect(fillPath('/v1/bots/:bot_id/:b', { bot_id: 'a/b c', b: '{{x}}-é' })).toBe(
      '/v1/bots/a%2Fb%20c/{{x}}-%C3%A9',
    );
    expect(fillPath('/v1/:a', { a: ' ' })).toBe('/v1/:a');
  });

  test('gives its query away', () => {
    expect(splitAddress('/v1/x?a=1&b=%E4%BD%A0+c&d#top')).toEqual({
      base: '/v1/x',
      query: [
        ['a', '1'],
        ['b', '你 c'],
        ['d', ''],
      ],
    });
    expect(readQuery('a=%zz')).toEqual([['a', '%zz']]);
  });
});

describe('the entry of the catalogue for a request', () => {
  const idOf = (method: string, address: string, current: string | null = null) =>
    endpointFor({ method, address, apiOrigin: api }, endpoints.find(({ id }) => id === current) ?? null)
      ?.id ?? null;

  test('is found by its path, by a path that is filled in, and by the whole URL', () => {
    expect(idOf('GET', '/v1/bots/:bot_id')).toBe('get_metadata_draft_published');
    expect(idOf('GET', '/v1/bots/7342866812345678901')).toBe('get_metadata_draft_published');
    expect(idOf('POST', 'https://api.coze.cn/v3/chat?conversation_id=1')).toBe('chat_v3');
  });

  test('is none at another host, method or path', () => {
    expect(idOf('GET', 'https://example.com/v3/chat')).toBeNull();
    expect(idOf('PATCH', '/v3/chat')).toBeNull();
    expect(idOf('GET', '/v3/nothing')).toBeNull();
    expect(idOf('GET', '')).toBeNull();
  });

  test('stays the one that it is among several with one path', () => {
    const tokens = endpoints.filter(({ path }) => path === '/api/permission/oauth2/token');
    expect(tokens.length).toBeGreaterThan(1);
    for (const { id, method, path } of tokens) expect(idOf(method, path, id)).toBe(id);
  });

  test('of WebSocket stays, too', () => {
    expect(idOf('GET', 'wss://ws.coze.cn/v1/chat', 'streaming_chat_api')).toBe('streaming_chat_api');
  });
});
