import { describe, expect, test } from 'vitest';
import { createBoundedMap } from '../../electron/practice/bounded-map.ts';
import { createCheckSheet } from '../../electron/practice/check-sheet.ts';
import { createFaultBoard } from '../../electron/practice/faults.ts';
import { createIdSource } from '../../electron/practice/id-source.ts';
import { makeLogId } from '../../electron/practice/log-id.ts';
import { practiceWorld } from '../../electron/practice/practice-coze.ts';
import { refuseCall, refuseToken } from '../../electron/practice/refusal.ts';
import { rememberAssertions } from '../../electron/practice/token/used-assertions.ts';
import { noFaults } from '../../shared/practice-faults.ts';
import { epochMilliseconds } from '../../shared/time.ts';

const zeros = (n: number) => new Uint8Array(n);

describe('a bounded map', () => {
  test('forgets what was set first', () => {
    const map = createBoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);
    map.set('c', 4);
    expect([map.has('a'), map.get('b'), map.get('c')]).toEqual([false, 2, 4]);
    expect(map.values()).toEqual([2, 4]);
  });

  test('forgets what is deleted', () => {
    const map = createBoundedMap<string, number>(2);
    map.set('a', 1);
    expect([map.delete('a'), map.delete('a'), map.values()]).toEqual([true, false, []]);
  });
});

describe('used assertions', () => {
  test('are told apart by app and jti', () => {
    const useOnce = rememberAssertions();
    expect([useOnce('1', 'a'), useOnce('1', 'a'), useOnce('2', 'a'), useOnce('1', 'b')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});

describe('a check sheet', () => {
  test('knows what passed, what failed and what was not reached', () => {
    const sheet = createCheckSheet(['iss', 'aud', 'alg']);
    expect(sheet.pass('iss', 7)).toBe(7);
    expect(() => sheet.pass('aud', refuseCall(4000, 'no'))).toThrow('no');
    expect(sheet.results()).toMatchObject([
      { name: 'iss', state: 'passed' },
      { name: 'aud', state: 'failed' },
      { name: 'alg', state: 'not-reached' },
    ]);
  });

  test('knows no check that is not on it', () => {
    expect(() => createCheckSheet([]).pass('iss', null)).toThrow('"iss"');
  });
});

describe('the fault board', () => {
  test('changes what is named and leaves the rest', () => {
    const board = createFaultBoard();
    board.change({ keyRemoved: true });
    board.change({ clockOffsetSeconds: -5, appDeactivated: undefined });
    expect(board.current()).toEqual({ ...noFaults, keyRemoved: true, clockOffsetSeconds: -5 });
  });

  test('counts the broken answers down', () => {
    const board = createFaultBoard();
    board.change({ nextAnswers: { fault: { kind: 'drop' }, times: 2 } });
    expect([board.takeNext(), board.takeNext(), board.takeNext()]).toEqual([
      { kind: 'drop' },
      { kind: 'drop' },
      null,
    ]);
  });

  test.each([
    null,
    { keyRemoved: 1 },
    { other: true },
    { clockOffsetSeconds: Number.NaN },
    { nextAnswers: { fault: { kind: 'other' }, times: 1 } },
    { nextAnswers: { fault: { kind: 'drop' }, times: 0 } },
    { nextAnswers: { fault: { kind: 'delay' }, times: 1 } },
    { eventPaceMilliseconds: -1 },
    { eventPaceMilliseconds: 60_001 },
    { doneQuoted: 'yes' },
    { heartbeats: 1 },
  ])('refuses %j', (faults) => {
    const board = createFaultBoard();
    expect(() => board.change(faults)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'input/invalid' }) }),
    );
    expect(board.current()).toEqual(noFaults);
  });
});

describe('a fault of streams', () => {
  test('waits for a stream', () => {
    const board = createFaultBoard();
    board.change({ nextAnswers: { fault: { kind: 'error-event' }, times: 2 } });
    expect([
      board.takeNext(),
      board.takeNextOfStreams(),
      board.takeNext(),
      board.takeNextOfStreams(),
    ]).toEqual([null, { kind: 'error-event' }, null, { kind: 'error-event' }]);
    expect(board.takeNextOfStreams()).toBe(null);
  });

  test('is not what other faults are taken for', () => {
    const board = createFaultBoard();
    board.change({ nextAnswers: { fault: { kind: 'cut' }, times: 1 } });
    expect(board.takeNextOfStreams()).toBe(null);
    expect(board.takeNext()).toEqual({ kind: 'cut' });
  });
});

describe('ids', () => {
  test('are new each time even when the random bytes are not', () => {
    const newId = createIdSource(zeros);
    expect([newId(), newId()]).toEqual([7400000000000000001n, 7400000000000000002n]);
  });

  test('fit a signed 64-bit integer at most', () => {
    const newId = createIdSource((n) => new Uint8Array(n).fill(255));
    expect(newId()).toBeLessThan(2n ** 63n);
  });

  test('of the practice world are beyond what a float can hold, and different', () => {
    const { userId, workspaceId, folderId, botIds } = practiceWorld;
    const ids = [userId, workspaceId, folderId, ...botIds];
    expect(ids.filter((id) => BigInt(id) > 2n ** 53n && BigInt(id) < 2n ** 63n)).toEqual(ids);
    expect(ids.filter((id) => BigInt(Number(id)) === BigInt(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a log id', () => {
  test('begins with the time and ends with 20 hexadecimal digits', () => {
    expect(makeLogId(epochMilliseconds(1_733_815_646_000), zeros)).toBe('2024121007272600000000000000000000');
  });
});

describe('a refusal', () => {
  test('keeps little of what the request named, since the log holds five hundred of them', () => {
    const named = 'x'.repeat(1_000_000);
    expect(refuseToken('unsupported_grant_type', named, { seen: named }).message).toHaveLength(500);
    expect(refuseCall(4200, named, { seen: named }).message).toHaveLength(500);
  });
});
