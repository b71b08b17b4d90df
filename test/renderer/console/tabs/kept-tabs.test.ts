import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  freeDraft,
  pairRow,
  partRow,
  type RequestDraft,
  withJson,
} from '../../../../renderer/console/request/request-draft.ts';
import { odditiesOf, sentHeaders } from '../../../../renderer/console/request/run-request.ts';
import { type KeptTab, readTabs, writeTabs } from '../../../../renderer/console/tabs/kept-tabs.ts';

const token = 'czs_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzgy';

function tab(id: string, part: Partial<RequestDraft> = {}): KeptTab {
  return { id, draft: { ...freeDraft(), ...part }, view: 'body', withToken: true, touched: true };
}

const there = (tabs: readonly KeptTab[]) => readTabs(writeTabs({ tabs, selectedId: tabs[0]?.id ?? null }));

describe('tabs that are kept', () => {
  test('come back as they were, broken JSON and all', () => {
    const { body } = freeDraft();
    const full = tab('a', {
      endpointId: 'chat_v3',
      method: 'POST',
      address: '/v3/chat',
      path: { x: '1' },
      query: [{ ...pairRow(1, 'conversation_id', '7342866812345678901'), known: true }],
      headers: [{ ...pairRow(1, 'X-A', '1'), on: false }],
      body: {
        ...withJson(withJson({ ...body, kind: 'json' }, '{"a": 1}'), '{"a": '),
        parts: [
          { ...partRow(1, 'p', 't'), contentType: 'application/json' },
          { ...partRow(2, 'f'), kind: 'file', contentType: 'image/png', fileName: 'b.png' },
        ],
      },
      variableSetId: 's1',
    });
    expect(there([full, tab('b')])).toEqual({ tabs: [full, tab('b')], selectedId: 'a' });
  });

  test('hold no token and nothing that is a secret by its name, but variables', () => {
    const text = writeTabs({
      tabs: [
        tab('a', {
          address: `/v1/x?q=${token}&api_key=opaque-address&page_token=p-1`,
          headers: [
            pairRow(1, 'Authorization', 'Basic dXNlcjpwYXNzd29yZA=='),
            pairRow(2, 'X-Api-Key', 'hunter2'),
            pairRow(3, 'Cookie', '{{cookie}}'),
            pairRow(4, 'X-Other', `Bearer ${token}`),
          ],
          query: [pairRow(1, 'access_token', 'opaque-query'), pairRow(2, 'password', '{{password}}')],
          body: {
            ...withJson(freeDraft().body, `{"t":"${token}"}`),
            text: token,
            parts: [partRow(1, 'p', token), partRow(2, 'client_secret', 'opaque-part')],
          },
        }),
      ],
      selectedId: null,
    });
    for (const secret of [token, 'dXNlcjpwYXNzd29yZA', 'hunter2', 'opaque'])
      expect(text).not.toContain(secret);
    for (const open of ['{{cookie}}', '{{password}}', 'p-1']) expect(text).toContain(open);
  });

  test('say which rows lost a secret, also after one more start', () => {
    const first = there([
      tab('a', {
        headers: [pairRow(1, 'X-Api-Key', 'hunter2'), pairRow(2, 'X-A', '1')],
        query: [pairRow(1, 'q', token), pairRow(2, 'page_token', '1')],
      }),
    ]);
    for (const { tabs } of [first, there(first.tabs)]) {
      const draft = tabs[0]?.draft ?? freeDraft();
      expect(odditiesOf(draft, null)).toEqual([{ kind: 'not-kept', names: ['X-Api-Key', 'q'] }]);
      expect(sentHeaders(draft)).toEqual([['X-A', '1']]);
    }
  });

  test('forget the handles of files', () => {
    const file = { fileId: 'f1', name: 'a.png', size: 1 };
    const { body } = freeDraft();
    const kept = there([
      tab('a', { body: { ...body, file, parts: [{ ...partRow(1), kind: 'file', file }] } }),
    ]);
    expect(kept.tabs[0]?.draft.body.file).toBeNull();
    expect(kept.tabs[0]?.draft.body.parts[0]).toMatchObject({ kind: 'file', file: null });
  });

  test('are bounded: the newest keep their bodies', () => {
    const large = withJson(
      { ...freeDraft().body, kind: 'json' },
      JSON.stringify({ a: 'x'.repeat(1_000_000) }),
    );
    const text = writeTabs({
      tabs: [tab('old', { body: large }), tab('new', { body: large })],
      selectedId: null,
    });
    expect(text.length).toBeLessThan(3_100_000);
    const { tabs } = readTabs(text);
    expect(tabs.map(({ draft }) => draft.body.json.length > 1000)).toEqual([false, true]);
    const many = Array.from({ length: 600 }, (_, index) => tab(`t${index}`));
    expect(there(many).tabs.map(({ id }) => id)).toEqual(many.slice(-500).map(({ id }) => id));
  });

  test('are none where the text is damaged, of another version or of another shape', () => {
    for (const text of [null, '', '{', 'null', '[]', '{"version":2,"tabs":[{"id":"a","draft":{}}]}'])
      expect(readTabs(text)).toEqual({ tabs: [], selectedId: null });
    fc.assert(
      fc.property(fc.json(), fc.json(), (draft, id) => {
        const { tabs } = readTabs(
          `{"version":1,"tabs":[{"id":${id},"draft":${draft}},7],"selectedId":${id}}`,
        );
        for (const { draft: read } of tabs) expect(read.body.parts).toBeInstanceOf(Array);
      }),
    );
  });
});
