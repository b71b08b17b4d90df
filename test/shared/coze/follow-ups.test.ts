import { describe, expect, test } from 'vitest';
import { endpoints } from '../../../shared/coze/endpoints.ts';
import { followUpsOf } from '../../../shared/coze/follow-ups.ts';
import { idsOf } from '../../../shared/coze/known-ids.ts';

const nowhere = { url: '', endpointId: null, path: null };

describe('idsOf', () => {
  test('names the id of a chat after what it is', () => {
    const ids = idsOf(
      [
        ['data.id', '7401'],
        ['conversation_id', '7402'],
      ],
      { url: '', endpointId: 'chat_v3', path: '/v3/chat' },
    );
    expect([...ids]).toEqual([
      ['chat_id', '7401'],
      ['conversation_id', '7402'],
    ]);
  });

  test('reads the ids of the debug URL, and takes a workspace by both of its names', () => {
    const url = 'https://www.coze.cn/work_flow?execute_id=7301&space_id=7302&workflow_id=7303&execute_mode=2';
    expect(Object.fromEntries(idsOf([['debug_url', url]], nowhere))).toEqual({
      execute_id: '7301',
      space_id: '7302',
      workflow_id: '7303',
      workspace_id: '7302',
    });
  });

  test('reads the ids of the request as well, from its path and its query', () => {
    const request = {
      url: 'https://api.coze.cn/v1/workflows/7303/run_histories/7301?conversation_id=1%2F2&x=3',
      endpointId: 'workflow_history',
      path: '/v1/workflows/:workflow_id/run_histories/:execute_id',
    };
    expect(Object.fromEntries(idsOf([], request))).toEqual({
      conversation_id: '1/2',
      workflow_id: '7303',
      execute_id: '7301',
    });
  });

  test('leaves a lone id alone where nobody knows what it is', () => {
    expect([...idsOf([['data.id', '1']], nowhere)]).toEqual([]);
  });
});

describe('followUpsOf', () => {
  test('leads from a chat to its state and its messages', () => {
    const next = followUpsOf(
      new Map([
        ['chat_id', '7401'],
        ['conversation_id', '7402'],
      ]),
      'chat_v3',
    );
    expect(next[0]).toEqual({
      endpointId: 'retrieve_chat',
      path: {},
      query: { chat_id: '7401', conversation_id: '7402' },
      body: null,
    });
    expect(next.map(({ endpointId }) => endpointId)).toEqual([
      'retrieve_chat',
      'list_chat_messages',
      'list_message',
      'retrieve_conversation',
    ]);
  });

  test('fills path, query and body where the endpoint takes them', () => {
    expect(
      followUpsOf(
        new Map([
          ['execute_id', '1'],
          ['workflow_id', '2'],
        ]),
        'workflow_run',
      )[0],
    ).toEqual({
      endpointId: 'workflow_history',
      path: { execute_id: '1', workflow_id: '2' },
      query: {},
      body: null,
    });
    expect(followUpsOf(new Map([['dataset_id', '3']]), null)[0]).toEqual({
      endpointId: 'list_knowledge_files',
      path: {},
      query: {},
      body: { dataset_id: '3' },
    });
  });

  test('offers only what the catalogue has, and nothing that changes anything', () => {
    const all = new Map(
      [
        'chat_id',
        'conversation_id',
        'message_id',
        'bot_id',
        'execute_id',
        'workflow_id',
        'file_id',
        'dataset_id',
        'workspace_id',
        'space_id',
      ].map((name) => [name, '1']),
    );
    for (const { endpointId } of followUpsOf(all, null)) {
      expect(endpoints.some(({ id }) => id === endpointId)).toBe(true);
      expect(endpointId).not.toMatch(/delete|update|remove|create/);
    }
  });
});
