import { expect, test } from 'vitest';
import { isEventless, isStreamRefused } from '../../../../renderer/console/answer/run-outcome.ts';
import { sampleRun } from '../../run-samples.ts';

const json = {
  bodyId: 'b',
  kind: 'json',
  address: '/body/b',
  bytes: 30,
  truncated: false,
  onDisk: false,
  charset: 'utf-8',
} as const;
const refused = sampleRun('r', {
  endpointId: 'chat_v3',
  asksForStream: true,
  body: json,
  envelope: { code: 4200, msg: 'no such chat' },
});

test('JSON stands in place of a stream only where a stream was asked for', () => {
  expect(isStreamRefused(refused)).toBe(true);
  expect(isStreamRefused({ ...refused, asksForStream: false })).toBe(false);
  expect(isStreamRefused({ ...refused, asksForStream: undefined })).toBe(false);
});

test('a stream is no JSON in its place, nor is an answer without a code', () => {
  expect(isStreamRefused({ ...refused, body: { ...json, kind: 'events' } })).toBe(false);
  expect(isStreamRefused({ ...refused, envelope: null })).toBe(false);
});

test('a stream without events is one once it has ended, and when anything came', () => {
  const body = { ...json, kind: 'events' } as const;
  const ended = sampleRun('r', { stage: 'done', body, eventCount: 0 });
  expect(isEventless(ended)).toBe(true);
  expect(isEventless({ ...ended, stage: 'cancelled' })).toBe(true);
  expect(isEventless({ ...ended, stage: 'receiving' })).toBe(false);
  expect(isEventless({ ...ended, eventCount: 1 })).toBe(false);
  expect(isEventless({ ...ended, body: { ...body, bytes: 0 } })).toBe(false);
  expect(isEventless({ ...ended, body: json, eventCount: null })).toBe(false);
});
