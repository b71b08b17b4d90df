import { beforeEach, describe, expect, it } from 'vitest';
import { noteBots, useSeenBots } from '../../../renderer/app/seen-bots.ts';

const names = () => useSeenBots.getState().names;

beforeEach(() => useSeenBots.setState({ names: {} }));

describe('the names of agents', () => {
  it('are learned from the list, to the digit', () => {
    noteBots(
      'bots_list_draft_published',
      '{"code":0,"data":{"items":[{"id":7342866812345678901,"name":"小助手"},{"id":"2","name":"b"}]}}',
    );
    expect(names()).toEqual({ '7342866812345678901': '小助手', '2': 'b' });
  });

  it('are learned from the deprecated list and from one configuration', () => {
    noteBots('published_bots_list', '{"data":{"space_bots":[{"bot_id":"1","bot_name":"a"}]}}');
    noteBots('get_metadata', '{"data":{"bot_id":"2","name":"b","prompt_info":{"bot_id":"3","name":"no"}}}');
    expect(names()).toEqual({ '1': 'a', '2': 'b' });
  });

  it('are not made up: other answers, errors and workspaces name none', () => {
    noteBots('list_workspace', '{"data":{"items":[{"id":"1","name":"a"}]}}');
    noteBots('bots_list_draft_published', '{"code":4100,"msg":"…"}');
    noteBots('bots_list_draft_published', '<html>');
    noteBots(
      'bots_list_draft_published',
      '{"data":{"id":"1","name":"a"},"items":[{"id":"x","name":"a"},{"id":1}]}',
    );
    expect(names()).toEqual({});
  });
});
