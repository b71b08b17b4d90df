import { afterEach, expect, test } from 'vitest';
import {
  noteRecent,
  readMarks,
  togglePin,
  useEndpointMarks,
} from '../../../../renderer/console/catalogue/endpoint-marks.ts';
import { endpointGroups } from '../../../../renderer/console/catalogue/filter-endpoints.ts';
import { endpoints } from '../../../../shared/coze/endpoints.ts';

afterEach(() => useEndpointMarks.setState({ pinned: [], recent: [] }));

test('pins stay in their order; recent ones come first and are few', () => {
  togglePin('a');
  togglePin('b');
  togglePin('a');
  for (const id of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '5']) noteRecent(id);
  expect(useEndpointMarks.getState()).toEqual({
    pinned: ['b'],
    recent: ['5', '9', '8', '7', '6', '4', '3', '2'],
  });
});

test('what was kept is read, damage is not', () => {
  expect(readMarks('{"pinned":["a","a",1],"recent":"x"}')).toEqual({ pinned: ['a'], recent: [] });
  for (const text of [null, '', '7', '[', '{}']) expect(readMarks(text)).toEqual({ pinned: [], recent: [] });
});

test('the tree begins with pinned and recent entries, and shows each hit of a search once', () => {
  const marks = { pinned: ['chat_v3', 'gone'], recent: ['users_me', 'chat_v3'] };
  const shown = (query: string) =>
    endpointGroups(endpoints, query, marks).map(({ id, endpoints: entries }) => [id, entries.length]);
  expect(shown('').slice(0, 2)).toEqual([
    ['pinned', 1],
    ['recent', 1],
  ]);
  expect(
    shown('')
      .slice(2)
      .reduce((sum, [, count]) => sum + Number(count), 0),
  ).toBe(131);
  const hits = endpointGroups(endpoints, '/v3/chat', marks).flatMap((group) => group.endpoints);
  expect(hits[0]?.id).toBe('chat_v3');
  expect(new Set(hits).size).toBe(hits.length);
});
