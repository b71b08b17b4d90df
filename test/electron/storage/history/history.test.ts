import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHistory, type HistoryLimits } from '../../../../electron/storage/history/history.ts';
import { toProblem } from '../../../../shared/problem.ts';
import { record } from './records.ts';

let folder: string;
let changes: number;
const index = () => path.join(folder, 'history', 'index.jsonl');
const inEntries = (name: string) => path.join(folder, 'history', 'entries', name);
const bytes = (text: string) => new TextEncoder().encode(text);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-history-'));
  changes = 0;
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function open(limits: HistoryLimits = { entries: 100, bytes: 1_000_000 }) {
  return createHistory({
    dataFolder: folder,
    limits: () => limits,
    namesOf: async () => (id) => (id === 'chat' ? 'Start chat\n发起对话' : ''),
    onChange: () => {
      changes += 1;
    },
  });
}

async function ids(history = open(), query = '') {
  const { entries } = await history.list({ query, before: null, limit: 500 });
  return entries.map(({ historyId }) => historyId);
}

async function filled(...names: readonly string[]) {
  const history = open();
  for (const [at, name] of names.entries()) await history.add(record(name, 1000 + at), bytes(`body ${name}`));
  return history;
}

describe('what is kept', () => {
  it('is there again, newest first, with its body', async () => {
    await filled('a', 'b', 'c');
    const history = open();
    expect(await ids(history)).toEqual(['c', 'b', 'a']);
    const { record: kept, body } = await history.open('b');
    expect(kept).toEqual(record('b', 1001));
    expect(Buffer.from(body ?? []).toString()).toBe('body b');
    expect(await history.usage()).toMatchObject({ count: 3, problem: null });
  });

  it('comes in pages; after an entry that is gone comes nothing', async () => {
    const history = await filled('a', 'b', 'c', 'd');
    const pageAfter = async (before: string | null) => {
      const { entries, total } = await history.list({ query: '', before, limit: 2 });
      return [entries.map(({ historyId }) => historyId), total];
    };
    expect(await pageAfter(null)).toEqual([['d', 'c'], 4]);
    expect(await pageAfter('c')).toEqual([['b', 'a'], 4]);
    await history.remove(['c']);
    expect(await pageAfter('c')).toEqual([[], 3]);
  });

  it('touches no disk before it is asked for something', async () => {
    open();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is ordered by when it was sent, not by when it ended', async () => {
    const history = open();
    await history.add(record('long', 1000), null);
    await history.add(record('early', 500), null);
    expect(await ids(history)).toEqual(['long', 'early']);
    expect(await ids()).toEqual(['long', 'early']);
  });

  it('is told of each change', async () => {
    const history = await filled('a', 'b');
    await history.remove(['a']);
    expect(changes).toBe(3);
  });

  it('is limited in number, the oldest goes', async () => {
    const history = open({ entries: 2, bytes: 1_000_000 });
    for (const [at, name] of ['a', 'b', 'c'].entries()) await history.add(record(name, at), bytes('x'));
    expect(await ids(history)).toEqual(['c', 'b']);
    expect((await readdir(inEntries(''))).sort()).toEqual(['b.body', 'b.json', 'c.body', 'c.json']);
    expect(await ids(open())).toEqual(['c', 'b']);
  });

  it('is limited in bytes, files included', async () => {
    const history = open({ entries: 100, bytes: 10_000 });
    for (const [at, name] of ['a', 'b', 'c'].entries()) {
      await history.add(record(name, at), new Uint8Array(4000));
    }
    expect(await ids(history)).toEqual(['c', 'b']);
    expect((await history.usage()).bytes).toBeLessThanOrEqual(10_000);
  });

  it('fits smaller limits as soon as they are looked at', async () => {
    const limits = { entries: 100, bytes: 1_000_000 };
    const history = open(limits);
    for (const [at, name] of ['a', 'b', 'c'].entries()) await history.add(record(name, at), null);
    limits.entries = 1;
    await history.trim();
    expect(await ids(history)).toEqual(['c']);
  });

  it('has a short index, however often it changes', async () => {
    const history = open({ entries: 3, bytes: 1_000_000 });
    for (let at = 0; at < 270; at += 1) await history.add(record(`e${at}`, at), null);
    const lines = (await readFile(index(), 'utf8')).split('\n').length;
    expect(lines).toBeLessThan(520);
    expect(await ids()).toEqual(['e269', 'e268', 'e267']);
  }, 20_000);
});

describe('search', () => {
  it('looks for every word in what is known of an entry', async () => {
    const history = open();
    await history.add(record('a', 1, { endpointId: 'chat', status: 200 }), null);
    await history.add(record('b', 2, { status: 404, code: 4200, problemCode: null }), null);
    await history.add(record('c', 3, { status: null, problemCode: 'http/timeout' }), null);
    for (const [query, found] of [
      ['', ['c', 'b', 'a']],
      ['发起', ['a']],
      ['START chat', ['a']],
      ['4200', ['b']],
      ['timeout', ['c']],
      ['LOGb', ['b']],
      ['things 404', ['b']],
      ['演示', ['c', 'b', 'a']],
      ['404 timeout', []],
      ['failed', ['c']],
      ['失败', ['c']],
    ] as const) {
      expect([query, await ids(history, query)]).toEqual([query, found]);
    }
  });
});

describe('an end in the middle', () => {
  it('of a line of the index loses nothing', async () => {
    await filled('a', 'b', 'c');
    const text = await readFile(index(), 'utf8');
    await truncate(index(), Buffer.byteLength(text) - 30);
    expect(await ids()).toEqual(['c', 'b', 'a']);
    const history = open();
    await history.add(record('d', 9000), null);
    expect(await ids()).toEqual(['d', 'c', 'b', 'a']);
  });

  it('at every byte of the index loses nothing that has its file', async () => {
    await filled('a', 'b');
    const whole = await readFile(index());
    for (let length = 0; length <= whole.length; length += 29) {
      await writeFile(index(), whole.subarray(0, length));
      expect([length, await ids()]).toEqual([length, ['b', 'a']]);
    }
  });

  it('between the files and the index brings the request in', async () => {
    await filled('a', 'b');
    const lines = (await readFile(index(), 'utf8')).trimEnd().split('\n');
    await writeFile(index(), `${lines.slice(0, -1).join('\n')}\n`);
    expect(await ids()).toEqual(['b', 'a']);
  });

  it('between body and record leaves no rubbish', async () => {
    await filled('a');
    await writeFile(inEntries('half.body'), 'half');
    expect(await ids()).toEqual(['a']);
    expect(await readdir(inEntries(''))).not.toContain('half.body');
  });

  it('of a removal does not bring the request back', async () => {
    await filled('a', 'b');
    await appendFile(index(), '{"remove":["a"]}\n');
    expect(await ids()).toEqual(['b']);
    expect(await readdir(inEntries(''))).toEqual(expect.not.arrayContaining(['a.json']));
    expect(await ids()).toEqual(['b']);
  });
});

describe('damage', () => {
  it.each([
    ['rubbish', Buffer.from([0, 255, 10, 123, 10, 91, 49, 93, 10])],
    ['another version', '{"version":2}\n{"put":1}\n'],
    ['lines of other shapes', '{"add":{"historyId":"x"}}\nnull\n[]\n"text"\n{"remove":5}\n'],
    ['nothing', ''],
  ])('of the index that is %s is mended from the files', async (_what, content) => {
    await filled('a', 'b');
    await writeFile(index(), content);
    expect(await ids()).toEqual(['b', 'a']);
    expect(await ids()).toEqual(['b', 'a']);
  });

  it('of one file costs that request only', async () => {
    const history = await filled('a', 'b');
    await writeFile(inEntries('a.json'), '{');
    expect(toProblem(await history.open('a').catch((thrown: unknown) => thrown)).code).toBe(
      'history/entry-gone',
    );
    expect((await history.open('b')).body).not.toBeNull();
  });

  it('of a record that was moved under another name is no way to read other files', async () => {
    const history = await filled('a', 'b');
    await writeFile(inEntries('b.json'), await readFile(inEntries('a.json')));
    expect(toProblem(await history.open('b').catch((thrown: unknown) => thrown)).code).toBe(
      'history/entry-gone',
    );
    expect(toProblem(await history.open('../entries/a').catch((thrown: unknown) => thrown)).code).toBe(
      'history/entry-gone',
    );
  });
});

describe('a disk that takes nothing', () => {
  it('is told, keeps what was there, and is forgotten once it takes something', async () => {
    const history = await filled('a');
    await rm(inEntries(''), { recursive: true });
    await writeFile(inEntries(''), 'in the way');
    await history.add(record('b', 2000), bytes('x'));
    expect(await history.usage()).toMatchObject({ count: 1, problem: { code: 'storage/unwritable' } });
    await rm(inEntries(''));
    await mkdir(inEntries(''));
    await history.add(record('c', 3000), bytes('x'));
    expect((await history.usage()).problem).toBeNull();
  });

  it.runIf(process.platform === 'linux')('is told where no folder can ever be made', async () => {
    const history = createHistory({
      dataFolder: '/proc/coze-mint',
      limits: () => ({ entries: 100, bytes: 1_000_000 }),
      namesOf: async () => () => '',
      onChange: () => undefined,
    });
    await history.add(record('a', 1), null);
    expect((await history.usage()).problem).toMatchObject({
      code: 'storage/unwritable',
      params: { reason: 'ENOENT' },
    });
  });
});
