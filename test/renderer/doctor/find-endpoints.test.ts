import { describe, expect, it } from 'vitest';
import { findEndpoints } from '../../../renderer/doctor/find-endpoints.ts';
import { endpoints } from '../../../shared/coze/endpoints.ts';

const found = (text: string) =>
  findEndpoints(
    text,
    endpoints.filter(({ group }) => group !== 'auth'),
  ).map(({ id }) => id);

describe('the endpoint that was typed or pasted', () => {
  it.each([
    'https://api.coze.cn/v3/chat',
    ' https://api.coze.com/v3/chat?conversation_id=7 ',
    '/v3/chat',
    'POST /v3/chat',
    'post https://api.coze.cn/v3/chat/',
  ])('is found by its address: %s', (text) => {
    expect(found(text)).toEqual(['chat_v3']);
  });

  it('is found by an address with ids in it, and by the method where two share a path', () => {
    const both = found('https://api.coze.cn/v1/workspaces/7421');
    const one = endpoints.filter(({ path }) => path === '/v1/workspaces/:workspace_id');
    expect(both).toEqual(one.map(({ id }) => id));
    for (const { id, method } of one) expect(found(`${method} /v1/workspaces/7421`)).toEqual([id]);
  });

  it('comes before those that only have the word in their permission or further up their path', () => {
    expect(found('chat')[0]).toBe('chat_v3');
    expect(found('对话')[0]).toBe('chat_v3');
    expect(found('workflow run')[0]).toBe('workflow_run');
    const chat = found('chat');
    expect(chat.indexOf('list_message')).toBeGreaterThan(chat.indexOf('retrieve_chat'));
  });

  it('is found by the beginning of an address, by words and by its permission', () => {
    expect(found('https://api.coze.cn/v3/cha')).toContain('chat_v3');
    expect(found('/v3/chat retrieve')).not.toContain('chat_v3');
    expect(found('发起对话')).toContain('chat_v3');
    expect(found('nothing of this name')).toEqual([]);
  });
});
