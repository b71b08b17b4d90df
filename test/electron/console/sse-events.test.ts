import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SseEvent, sseEvents } from '../../../electron/console/sse-events.ts';
import { toProblem } from '../../../shared/problem.ts';

async function* chunksOf(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function read(chunks: readonly Uint8Array[], limit?: number): Promise<readonly SseEvent[]> {
  const events: SseEvent[] = [];
  for await (const event of sseEvents(chunksOf(...chunks), limit)) events.push(event);
  return events;
}

const bytes = (text: string) => new TextEncoder().encode(text);

const stream = [
  '\ufeff: a comment\n',
  'event:conversation.message.delta\ndata:{"id":"7342866812345678901","content":"你好，𠮷"}\n\n',
  'id: 0\nevent: Message\ndata: {"content":"two\ndata: lines"}\n\n',
  'event: PING\ndata:\n\n',
  'retry: x\nunknown: y\n\n',
  'data: "[DONE]"\n\n',
].join('');

const expected: readonly SseEvent[] = [
  {
    event: 'conversation.message.delta',
    id: null,
    data: '{"id":"7342866812345678901","content":"你好，𠮷"}',
  },
  { event: 'Message', id: '0', data: '{"content":"two\nlines"}' },
  { event: 'PING', id: null, data: '' },
  { event: '', id: null, data: '"[DONE]"' },
];

describe('the events of a stream', () => {
  test.each([
    ['LF', stream],
    ['CR LF', stream.replaceAll('\n', '\r\n')],
    ['CR', stream.replaceAll('\n', '\r')],
  ])('are the same wherever the bytes are cut in two, with %s at the end of lines', async (_name, text) => {
    const all = bytes(text);
    for (let at = 0; at <= all.length; at += 1) {
      expect(await read([all.subarray(0, at), all.subarray(at)]), `cut at ${at}`).toEqual(expected);
    }
  });

  test('are the same byte by byte, and in any pieces', async () => {
    const all = bytes(stream.replaceAll('\n', '\r\n'));
    expect(await read([...all].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(all.length), { maxLength: 12 }), async (cuts) => {
        const marks = [0, ...cuts.sort((a, b) => a - b), all.length];
        const pieces = marks.slice(1).map((end, index) => all.subarray(marks[index], end));
        expect(await read(pieces)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('come as soon as their blank line is there', async () => {
    const events = sseEvents(
      (async function* () {
        yield bytes('data: 1\n\ndata: 2');
        await new Promise(() => undefined);
      })(),
    );
    expect((await events.next()).value).toEqual({ event: '', id: null, data: '1' });
  });

  test('the last one counts when the stream ends without a blank line', async () => {
    expect(await read([bytes('event:done\ndata:[DONE]')])).toEqual([
      { event: 'done', id: null, data: '[DONE]' },
    ]);
    expect(await read([bytes('event:done\r\ndata:[DONE]\r')])).toHaveLength(1);
  });

  test('nothing is made of nothing, and of text that is no stream', async () => {
    expect(await read([])).toEqual([]);
    expect(await read([bytes('{"code":4100,"msg":"x"}')])).toEqual([]);
  });

  test.each([
    ['one line without an end', ['data: ', 'x'.repeat(60), 'x'.repeat(60)]],
    ['lines without a blank one', Array.from({ length: 30 }, () => 'data: abc\n')],
    ['a name without an end', ['event: ', 'x'.repeat(200)]],
  ])('%s beyond the limit ends it', async (_name, texts) => {
    const reading = read(
      texts.map((text) => bytes(text)),
      64,
    );
    const problem = await reading.then(
      () => null,
      (thrown: unknown) => toProblem(thrown),
    );
    expect(problem).toMatchObject({ code: 'http/too-large', params: { limit: 64 } });
  });

  test('any bytes at all end without an exception, or beyond the limit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }), async (chunks) => {
        await read(chunks, 1000);
      }),
      { numRuns: 300 },
    );
  });
});
