import { describe, expect, test } from 'vitest';
import { endpoints } from '../../../shared/coze/endpoints.ts';
import { matchEndpoint } from '../../../shared/coze/match-endpoint.ts';

const match = (method: string, path: string, origin: string | null = 'https://api.coze.cn') =>
  matchEndpoint({ method, origin, path, grantType: null });

describe('the entry of a request', () => {
  test('is found for every entry by HTTP, at its own method and path', () => {
    const others = endpoints
      .filter(({ streaming }) => streaming !== 'ws')
      .filter(({ method, path, host, id }) => {
        const found = match(method, path.replace(/:\w+/g, '1'), host ?? 'https://api.coze.com')?.endpoint;
        return found?.id !== id && !(found?.path === path && found.method === method);
      });
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  test('has the path parameters, decoded, and none for a placeholder', () => {
    expect(match('DELETE', '/v1/bots/a%20b/collaborators/%7Buser_id%7D')?.pathParams).toEqual([
      ['bot_id', 'a b'],
      ['user_id', ''],
    ]);
  });

  test('is none for another method, another path, another host', () => {
    expect(match('PATCH', '/v3/chat')).toBeNull();
    expect(match('POST', '/v3/chat/nothing')).toBeNull();
    expect(match('GET', '/v1/bots//')).toBeNull();
    expect(match('GET', '/api/permission/oauth2/authorize', 'https://api.coze.cn')).toBeNull();
    expect(match('GET', '/v1/bots/%E4')?.pathParams).toEqual([['bot_id', '%E4']]);
  });
});
