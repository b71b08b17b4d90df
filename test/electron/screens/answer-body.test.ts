import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type OpenBody, spanOf } from '../../../electron/console/open-body.ts';
import { answerWithBody } from '../../../electron/screens/answer-body.ts';

const bytes = Buffer.from('0123456789');

const openBody: OpenBody = (bodyId, range) => {
  if (bodyId !== 'known') return null;
  const { span, isPart } = spanOf(range, bytes.length);
  return {
    type: 'audio/mpeg',
    size: bytes.length,
    span,
    isPart,
    read: () => Readable.from([bytes.subarray(span?.from, (span?.to ?? -1) + 1)]),
  };
};

async function ask(path: string, range?: string, method = 'GET') {
  const headers: Record<string, string> = range === undefined ? {} : { range };
  const answer = answerWithBody(openBody, new Request(`app://coze-mint${path}`, { method, headers }));
  const { status } = answer;
  const contentRange = answer.headers.get('content-range');
  return {
    status,
    contentRange,
    headers: answer.headers,
    text: await text(answer.body ?? Readable.from([])),
  };
}

describe('the body of an answer', () => {
  it('is served whole, under its type, and as nothing that a browser would run', async () => {
    const { status, headers, text } = await ask('/body/known');
    expect([status, text]).toStrictEqual([200, '0123456789']);
    expect(headers.get('content-type')).toBe('audio/mpeg');
    expect(headers.get('content-length')).toBe('10');
    expect(headers.get('accept-ranges')).toBe('bytes');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    ['bytes=0-', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=2-4', 206, 'bytes 2-4/10', '234'],
    ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
    ['bytes=-3', 206, 'bytes 7-9/10', '789'],
    ['bytes=-99', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['bytes=-0', 416, 'bytes */10', ''],
    ['bytes=4-2', 200, null, '0123456789'],
    ['bytes=0-1,4-5', 200, null, '0123456789'],
    ['lines=1-2', 200, null, '0123456789'],
    ['bytes=', 200, null, '0123456789'],
  ])('answers the range %s with %i', async (range, status, contentRange, text) => {
    expect(await ask('/body/known', range)).toMatchObject({ status, contentRange, text });
  });

  it('is saved under a name of any script when that is asked for', async () => {
    const { headers } = await ask('/body/known?download=%E8%AF%AD%E9%9F%B3%20(1)%27.mp3');
    expect(headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E8%AF%AD%E9%9F%B3%20%281%29%27.mp3",
    );
    expect(headers.get('content-type')).toBe('application/octet-stream');
  });

  it('is saved under a name that is cut, and no character with it', async () => {
    const { headers } = await ask(`/body/known?download=${'a'.repeat(254)}%F0%9F%98%80.bin`);
    expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${'a'.repeat(254)}`);
  });

  it.each([
    ['/body/gone', 'GET', 404],
    ['/body/../known', 'GET', 404],
    ['/body/known/', 'GET', 404],
    ['/body/known', 'POST', 405],
  ])('refuses %s by %s with %i', async (path, method, status) => {
    expect(await ask(path, undefined, method)).toMatchObject({ status, text: '' });
  });
});
