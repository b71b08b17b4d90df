import { describe, expect, test } from 'vitest';
import type { EntryKind, PaletteEntry } from '../../../../renderer/app/palette/palette-entry.ts';
import { readRecent } from '../../../../renderer/app/palette/palette-store.ts';
import { rankEntries } from '../../../../renderer/app/palette/rank-entries.ts';

const entry = (kind: EntryKind, title: string, words = '', detail = ''): PaletteEntry => ({
  id: `${kind} ${title}`,
  kind,
  title,
  detail,
  words,
  run: () => undefined,
});

const entries = [
  entry('endpoint', 'Start chat (v3)', '发起对话 chat', 'POST /v3/chat'),
  entry('endpoint', 'Cancel chat', '取消对话 chat', 'POST /v3/chat/cancel'),
  entry('app', 'Chat demo', 'practice'),
  entry('screen', 'Console', '调试台'),
  entry('command', 'New request', '新建请求'),
  entry('setting', 'Proxy', '代理 proxy'),
];
const titles = (query: string, recent: readonly string[] = []) =>
  rankEntries(entries, query, recent).map(({ title }) => title);

describe('the palette', () => {
  test('shows without a query what was used last, then everything but endpoints and settings', () => {
    expect(titles('')).toEqual(['New request', 'Console', 'Chat demo']);
    expect(titles('', ['endpoint Cancel chat', 'screen Console'])).toEqual([
      'Cancel chat',
      'Console',
      'New request',
      'Chat demo',
    ]);
  });

  test('finds by the name in either language, by path, and by several words in any order', () => {
    expect(titles('对话')).toEqual(['Start chat (v3)', 'Cancel chat']);
    expect(titles('/v3/chat/cancel')).toEqual(['Cancel chat']);
    expect(titles('chat START')).toEqual(['Start chat (v3)']);
    expect(titles('调试')).toEqual(['Console']);
    expect(titles('代理')).toEqual(['Proxy']);
    expect(titles('nothing')).toEqual([]);
  });

  test('has the best first: a name that begins so, then one that holds it; of equals the one used last', () => {
    expect(titles('chat')).toEqual(['Chat demo', 'Start chat (v3)', 'Cancel chat']);
    expect(titles('chat', ['endpoint Cancel chat'])).toEqual(['Chat demo', 'Cancel chat', 'Start chat (v3)']);
  });

  test('has a name in the other language before a path, and a path before a permission', () => {
    const chinese = [
      {
        ...entry('endpoint', '查看消息列表', 'chat listMessage', 'POST /v1/conversation/message/list'),
        otherTitle: 'List messages',
      },
      {
        ...entry('endpoint', '提交工具结果', '', 'POST /v3/chat/submit_tool_outputs'),
        otherTitle: 'Submit outputs',
      },
      { ...entry('endpoint', '发起对话', 'chat', 'POST /v3/chat'), otherTitle: 'Start chat (v3)' },
    ];
    expect(rankEntries(chinese, 'chat', []).map(({ title }) => title)).toEqual([
      '发起对话',
      '提交工具结果',
      '查看消息列表',
    ]);
  });

  test('reads what was kept, and nothing from damage', () => {
    expect(readRecent('["a",1,"b"]')).toEqual(['a', 'b']);
    for (const text of [null, '', '{', '{}', '7']) expect(readRecent(text)).toEqual([]);
  });
});
