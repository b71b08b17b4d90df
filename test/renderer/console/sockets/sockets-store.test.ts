import { describe, expect, test } from 'vitest';
import { filterMessages, typesIn } from '../../../../renderer/console/sockets/filter-messages.ts';
import { lookAt } from '../../../../renderer/console/sockets/message-look.ts';
import { shownAt, shownLength } from '../../../../renderer/console/sockets/said-times.ts';
import { closeMeaning } from '../../../../renderer/console/sockets/socket-stage.ts';
import { storyOf } from '../../../../renderer/console/sockets/socket-stories.ts';
import { cleared, noMessages, withMessages } from '../../../../renderer/console/sockets/sockets-store.ts';
import type { SocketMessage } from '../../../../shared/console-socket.ts';

const message = (index: number, data = '{}', direction: SocketMessage['direction'] = 'received') =>
  ({ index, atMs: index, direction, kind: 'text', data, bytes: data.length }) satisfies SocketMessage;
const heard = (index: number, content: string) =>
  message(index, JSON.stringify({ event_type: 'transcriptions.message.update', data: { content } }));

describe('the messages of a WebSocket', () => {
  test('are taken once each, in order', () => {
    const known = withMessages(noMessages, [message(0), message(1)]);
    expect(withMessages(known, [message(1), message(2)]).messages.map(({ index }) => index)).toEqual([
      0, 1, 2,
    ]);
    expect(withMessages(known, [message(0)])).toBe(known);
  });

  test('are bounded: the newest stay', () => {
    const many = Array.from({ length: 20_005 }, (_, index) => message(index));
    const kept = withMessages(noMessages, many);
    expect([kept.first, kept.messages.length]).toEqual([5, 20_000]);
  });

  test('that were cleared do not come back', () => {
    const empty = cleared(withMessages(noMessages, [message(0), message(1)]));
    const after = withMessages(empty, [message(1), message(2)]);
    expect([after.first, after.clearedTo, after.messages.length]).toEqual([2, 2, 1]);
  });

  test('come to what was said since they were cleared', () => {
    const known = withMessages(noMessages, [heard(0, 'one')]);
    expect(storyOf('s', known).lines.map(({ text }) => text)).toEqual(['one']);
    expect(storyOf('s', known)).toBe(storyOf('s', known));
    const after = withMessages(cleared(known), [heard(1, 'two')]);
    expect(storyOf('s', after).lines.map(({ text }) => text)).toEqual(['two']);
  });

  test('are filtered by direction and by type', () => {
    const all = [heard(0, 'a'), message(1, '{"event_type":"error"}'), message(2, 'plain', 'sent')];
    expect(typesIn(all)).toEqual(['transcriptions.message.update', 'error', '']);
    expect(filterMessages(all, 'all', null)).toBe(all);
    expect(filterMessages(all, 'sent', null).map(({ index }) => index)).toEqual([2]);
    expect(filterMessages(all, 'received', 'error').map(({ index }) => index)).toEqual([1]);
  });

  test('say in one line what they are about', () => {
    expect(lookAt(heard(0, '今天\n天气')).preview).toBe('今天 天气');
    expect(lookAt(message(0, '{"event_type":"x","data":{"id":7342866812345678901}}')).preview).toBe(
      '{"id":7342866812345678901}}',
    );
    expect(lookAt(message(0, '{"event_type":"conversation.chat.failed"}'))).toMatchObject({
      isError: true,
      preview: '',
    });
    expect(lookAt(message(0, 'no JSON'))).toMatchObject({ eventType: '', preview: 'no JSON' });
  });
});

test('times are told to the millisecond, lengths to the second', () => {
  expect([0, 5123.4, 725_001].map(shownAt)).toEqual(['0:00.000', '0:05.123', '12:05.001']);
  expect([5, 65, 3723].map(shownLength)).toEqual(['0:05', '1:05', '1:02:03']);
});

test('a close code is explained where a source does', () => {
  expect([1000, 1008, 3000, 4001, 2999].map(closeMeaning)).toEqual([
    '1000',
    '1008',
    'registered',
    'own',
    'unknown',
  ]);
});
