import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../../shared/coze/endpoints.ts';
import { permissions } from '../../../../shared/coze/permissions.ts';
import { findPermissions } from '../../../../shared/coze/scope/find-permissions.ts';
import { neededPermissions } from '../../../../shared/coze/scope/needed-permissions.ts';

const names = (query: string) => findPermissions(query).map(({ permission }) => permission.permission);

describe('looking for a permission', () => {
  it('shows all for an empty query', () => {
    expect(names(' ')).toHaveLength(permissions.length);
  });

  it.each([
    ['Connector.botChat', 'Connector.botChat'],
    ['botchat', 'Connector.botChat'],
    ['创建智能体', 'createBot'],
    ['Create agents', 'createBot'],
    ['I want to call chat', 'Connector.botChat'],
    ['我想调用对话', 'chat'],
    ['POST /v3/chat', 'chat'],
    ['https://api.coze.cn/v3/chat?conversation_id=1', 'Connector.botChat'],
    ['GET https://api.coze.com/v1/bots/7342866812345678901/versions', 'Bot.listVersion'],
    ['/v1/workflows/chat', 'run'],
    ['workflow_run', 'run'],
    ['how do I upload a file', 'uploadFile'],
    ['如何上传文件', 'uploadFile'],
    ['How can I upload files?', 'uploadFile'],
    ['send a message', 'createMessage'],
    ['怎么给会话发送消息？', 'createMessage'],
    ['怎么和智能体聊天', 'chat'],
    ['语音合成怎么用', 'createSpeech'],
    ['what is the weather', null],
    ['zzzz', null],
  ])('finds by %j: %j', (query, expected) => {
    if (expected === null) expect(names(query)).toEqual([]);
    else expect(names(query)).toContain(expected);
  });

  it('takes of a sentence what the catalogue knows, and no more than fits best', () => {
    expect(names('how do I upload a file')).toEqual(['uploadFile']);
    expect(names('如何上传文件')).toEqual(['uploadFile']);
    expect(names('send a message')).toEqual(['createConversation', 'createMessage']);
  });

  it('finds exactly what an address needs', () => {
    expect(names('/v3/chat')).toEqual(['Connector.botChat', 'chat']);
  });

  it('says through which endpoint it was found', () => {
    const found = findPermissions('/v1/workflow/run').find(
      ({ permission }) => permission.permission === 'run',
    );
    expect(found?.through.map(({ id }) => id)).toEqual(['workflow_run']);
    expect(findPermissions('createBot')[0]?.through).toEqual([]);
  });

  it.each(
    endpoints
      .filter(({ permission }) => permission !== null && permission !== '')
      .map((e) => [e.id, e] as const),
  )('finds what %s needs by its path, its id and its names', (_, endpoint) => {
    const needed = (neededPermissions(endpoint) ?? []).flat();
    for (const query of [endpoint.path, endpoint.id, endpoint.name_en, endpoint.name_zh]) {
      expect([query, names(query)]).toEqual([query, expect.arrayContaining(needed)]);
    }
  });
});
