import { expect, test } from 'vitest';
import { followOnce } from '../../../renderer/app/follow-once.ts';

test('listens and asks once', async () => {
  const calls: string[] = [];
  const follow = followOnce(
    () => calls.push('listen'),
    async () => {
      calls.push('ask');
    },
  );
  await Promise.all([follow(), follow()]);
  await follow();
  expect(calls).toEqual(['listen', 'ask']);
});

test('asks again after a failure, and listens once all the same', async () => {
  const calls: string[] = [];
  const follow = followOnce(
    () => calls.push('listen'),
    async () => {
      calls.push('ask');
      if (calls.length === 2) throw new Error('not now');
    },
  );
  await expect(follow()).rejects.toThrow('not now');
  await follow();
  expect(calls).toEqual(['listen', 'ask', 'ask']);
});
