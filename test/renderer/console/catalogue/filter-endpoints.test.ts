import { describe, expect, it } from 'vitest';
import { filterEndpoints } from '../../../../renderer/console/catalogue/filter-endpoints.ts';
import { endpoints } from '../../../../shared/coze/endpoints.ts';

const found = (query: string) =>
  filterEndpoints(endpoints, query).flatMap((group) => group.endpoints.map(({ id }) => id));

describe('filterEndpoints', () => {
  it('gives all for an empty query', () => {
    expect(found(' ')).toHaveLength(131);
  });

  it.each(['发起对话', 'start chat', 'POST /v3/chat', 'CHAT v3'])('finds the chat by %j', (query) => {
    expect(found(query)).toContain('chat_v3');
  });

  it.each([
    ['createBot', 'create_bot'],
    ['Connector.botChat', 'chat_v3'],
    ['botchat', 'chat_v3'],
    ['对话权限', 'chat_v3'],
    ['create agents in a workspace', 'create_bot'],
  ])('finds by the permission, with its resource or by its meaning: %j', (query, id) => {
    expect(found(query)).toContain(id);
  });

  it('gives nothing for what is nowhere', () => {
    expect(found('没有这个接口')).toEqual([]);
  });
});
