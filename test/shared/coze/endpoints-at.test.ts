import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../shared/coze/endpoints.ts';
import { askedPath, endpointsAt } from '../../../shared/coze/endpoints-at.ts';

const at = (text: string) => {
  const asked = askedPath(text);
  return asked === null ? null : endpointsAt(asked, endpoints).map(({ id }) => id);
};

describe('the endpoints at a path', () => {
  it.each([
    ['/v3/chat', ['chat_v3']],
    ['post https://api.coze.cn/v3/chat/?x=1', ['chat_v3']],
    ['GET /v1/users/me', ['users_me']],
    ['/v9/nothing', []],
    ['chat_v3', null],
    ['POST /v3/chat please', null],
  ])('%j: %j', (text, ids) => {
    expect(at(text)).toEqual(ids);
  });

  it('are those of the method, where it tells them apart', () => {
    expect(at('/v1/api_apps/7421')).toEqual(['update_callback_app', 'delete_callback_app']);
    expect(at('delete /v1/api_apps/7421')).toEqual(['delete_callback_app']);
  });
});
