import { expect, test } from 'vitest';
import { answerKind } from '../../../electron/console/answer-kind.ts';

async function* oneByOne(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  for (const byte of Buffer.from(text)) yield Uint8Array.of(byte);
}

test.each([
  ['text/event-stream', 'event: a\n', 'events'],
  ['text/event-stream; charset=utf-8', '', 'events'],
  ['text/event-stream', ' {"code":4100}', 'json'],
  ['application/json', '{"code":0}', 'json'],
  ['application/json', 'event:a\ndata:1\n\n', 'events'],
  ['text/plain', 'data: [DONE]\n\n', 'events'],
  ['text/plain', '{"code":4100,"msg":"x"}', 'json'],
  [null, '{"code":4100,"msg":"x"}', 'json'],
  [null, 'hello world', 'text'],
  [null, 'RIFF\u0000\u0000\u0000\u0000', 'binary'],
  ['audio/mpeg', 'ID3', 'binary'],
  ['text/html', '<html>', 'text'],
])('%s with %j is read as %s', async (contentType, text, kind) => {
  const found = await answerKind(oneByOne(text), contentType);
  expect(found.kind).toBe(kind);
  const chunks: Uint8Array[] = [];
  for await (const chunk of found.chunks) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe(text);
});

test.each([
  ['application/json; charset=utf-8', '{"名":1}', 'json', 'utf-8'],
  ['text/html; charset=GBK', Uint8Array.of(0xd6, 0xd0), 'text', 'gbk'],
  ['text/plain; charset="gb18030"', Uint8Array.of(0xd6, 0xd0), 'text', 'gb18030'],
  ['text/plain; charset=utf-16le', Buffer.from('{"a":1}', 'utf16le'), 'json', 'utf-16le'],
  ['text/plain', Buffer.from('\ufeff{"a":1}', 'utf16le'), 'json', 'utf-16le'],
  ['text/plain; charset=no-such-charset', '中', 'text', 'utf-8'],
  ['text/plain', Uint8Array.of(0xff, 0x41), 'text', 'utf-8'],
  [null, new Uint8Array(), 'text', 'utf-8'],
  ['image/svg+xml', '<svg/>', 'text', 'utf-8'],
  ['application/octet-stream', 'text', 'binary', 'utf-8'],
  [null, Uint8Array.of(0x89, 0x50, 0, 1), 'binary', 'utf-8'],
  ['application/x-unknown', Uint8Array.of(1, 2, 3), 'binary', 'utf-8'],
] as const)('%s with %j is %s in %s', async (contentType, bytes, kind, charset) => {
  expect(await answerKind(oneByOne(bytes), contentType)).toMatchObject({ kind, charset });
});

test.each([
  ['application/json; charset=iso-8859-1', '{"名":1}', 'utf-8', 'json', 'windows-1252'],
  ['application/json; charset=utf-16', '{"名":1}', 'utf-8', 'json', 'utf-16le'],
  ['application/json; charset=utf-16le', Buffer.from('{"a":1}', 'utf16le'), 'utf-16le', 'header', null],
  ['application/json', '{"a":1}', 'utf-8', 'none', 'gb18030'],
  ['text/plain', Buffer.from('c4e3bac3', 'hex'), 'utf-8', 'none', 'gb18030'],
  ['text/plain; charset=iso-8859-1', '好', 'windows-1252', 'header', null],
  ['text/plain', '\ufeffa', 'utf-8', 'mark', null],
] as const)(
  '%s with %j is told as %s (%s), else %s',
  async (contentType, bytes, charset, charsetFrom, unlessUtf8) => {
    expect(await answerKind(oneByOne(bytes), contentType)).toMatchObject({
      charset,
      charsetFrom,
      unlessUtf8,
    });
  },
);

test('no more is read than is needed to tell', async () => {
  let given = 0;
  const { kind } = await answerKind(
    (async function* () {
      for (; given < 100; given += 1) yield Buffer.from('event: x\n');
    })(),
    'text/event-stream',
  );
  expect([kind, given]).toEqual(['events', 0]);
});

test('leaving the loop ends the source', async () => {
  let isEnded = false;
  const { chunks } = await answerKind(
    (async function* () {
      try {
        for (;;) yield Buffer.from('event: x\n');
      } finally {
        isEnded = true;
      }
    })(),
    'text/event-stream',
  );
  for await (const _ of chunks) break;
  expect(isEnded).toBe(true);
});
