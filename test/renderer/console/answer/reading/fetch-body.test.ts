import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type BodyGrowth,
  type BodySize,
  fetchBody,
  followBody,
  mostBytes,
  partBytes,
} from '../../../../../renderer/console/answer/reading/fetch-body.ts';

const realFetch = globalThis.fetch;
/** What stands at the address now, and the ranges that were asked for. */
let there = new Uint8Array();
let asked: (string | null)[] = [];

function serve(_address: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const range = new Headers(init?.headers).get('range');
  asked.push(range);
  if (range === null) return Promise.resolve(new Response(there));
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  if (Number(from) >= there.length) return Promise.resolve(new Response(null, { status: 416 }));
  return Promise.resolve(new Response(there.slice(Number(from), Number(to) + 1), { status: 206 }));
}

beforeEach(() => {
  globalThis.fetch = serve;
  asked = [];
});
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** A body that grows to each of these lengths, one after another, whenever its reader waits. */
function growing(all: Uint8Array<ArrayBuffer>, lengths: readonly number[]): BodyGrowth {
  const steps = [...lengths];
  const show = (length: number) => {
    there = all.slice(0, length);
  };
  let size: BodySize = { bytes: steps[0] ?? 0, isWhole: false };
  show(size.bytes);
  return {
    now: () => size,
    changed: async () => {
      // After the reader has asked for what is there now.
      await new Promise(setImmediate);
      steps.shift();
      const bytes = steps[0] ?? all.length;
      size = { bytes, isWhole: steps.length === 0 };
      show(bytes);
    },
  };
}

async function readAll(body: ReturnType<typeof fetchBody>) {
  let last = { text: '', isCut: false };
  let length = 0;
  for await (const fetched of body) {
    expect(fetched.length).toBeGreaterThanOrEqual(length);
    length = fetched.length;
    if (fetched.isLast) {
      const text = new TextDecoder().decode(fetched.bytes.subarray(0, fetched.length));
      last = { text, isCut: fetched.isCut };
    }
  }
  return last;
}

describe('a body', () => {
  test('that is there is fetched at once', async () => {
    there = new TextEncoder().encode('{"好":1}');
    const body = { address: '/body/1', bytes: there.length, charset: 'utf-8' };
    expect(await readAll(fetchBody(body))).toEqual({ text: '{"好":1}', isCut: false });
    expect(asked).toEqual([null]);
  });

  test('that is empty is not asked for', async () => {
    const body = { address: '/body/1', bytes: 0, charset: 'utf-8' };
    expect(await readAll(fetchBody(body))).toEqual({ text: '', isCut: false });
    expect(asked).toEqual([]);
  });

  test('that is still coming is read to its end, whatever its steps', async () => {
    const text = '{"name":"第 1 项 😀"}'.repeat(40);
    const all = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(all.length), { minLength: 1, maxLength: 6 }), async (steps) => {
        const growth = growing(
          all,
          [...steps].sort((a, b) => a - b),
        );
        const body = followBody({ address: '/body/1', charset: 'utf-8' }, growth);
        expect(await readAll(body)).toEqual({ text, isCut: false });
      }),
      { numRuns: 50 },
    );
  });

  test('in another charset is UTF-8 at the end', async () => {
    const all = Uint8Array.of(0x22, 0xc4, 0xe3, 0x22);
    const body = followBody({ address: '/body/1', charset: 'gbk' }, growing(all, [2, 3]));
    expect(await readAll(body)).toEqual({ text: '"你"', isCut: false });
  });

  test('that is too long is read in part', async () => {
    there = new Uint8Array(partBytes).fill(0x20);
    const body = fetchBody({ address: '/body/1', bytes: mostBytes + 1, charset: 'utf-8' });
    const { text, isCut } = await readAll(body);
    expect([text.length, isCut, asked]).toEqual([partBytes, true, [`bytes=0-${partBytes - 1}`]]);
  });

  test('that is gone cannot be read', async () => {
    globalThis.fetch = () => Promise.resolve(new Response(null, { status: 404 }));
    const body = { address: '/body/1', bytes: 3, charset: 'utf-8' };
    await expect(readAll(fetchBody(body))).rejects.toThrow(TypeError);
  });
});
