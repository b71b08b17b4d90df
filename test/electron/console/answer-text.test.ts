import { describe, expect, it } from 'vitest';
import { answerText } from '../../../electron/console/answer-text.ts';
import { readEnvelope } from '../../../electron/console/envelope.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('answerText', () => {
  it.each([
    ['application/json', utf8('{"名":1}'), '{"名":1}'],
    ['application/json; charset=utf-8', utf8('中'), '中'],
    ['text/html; charset=GBK', Buffer.from([0xd6, 0xd0]), '中'],
    ['text/plain; charset="gb18030"', Buffer.from([0xd6, 0xd0]), '中'],
    ['text/plain; charset=utf-16le', Buffer.from('中', 'utf16le'), '中'],
    ['text/plain; charset=no-such-charset', utf8('中'), '中'],
    ['text/plain', Buffer.from([0xff, 0x41]), '\ufffdA'],
    [null, utf8('plain'), 'plain'],
    [null, new Uint8Array(), ''],
    ['image/svg+xml', utf8('<svg/>'), '<svg/>'],
  ])('reads %s', (contentType, bytes, text) => {
    expect(answerText(bytes, contentType)).toStrictEqual({ text, binary: false });
  });

  it.each([
    ['audio/mpeg', utf8('ID3')],
    ['application/octet-stream', utf8('text')],
    [null, Buffer.from([0x89, 0x50, 0, 1])],
    ['application/x-unknown', Buffer.from([1, 2, 3])],
  ])('finds %s binary', (contentType, bytes) => {
    expect(answerText(bytes, contentType)).toStrictEqual({ text: '', binary: true });
  });
});

describe('readEnvelope', () => {
  it.each([
    ['{"code":0,"msg":"","data":{}}', { code: 0, msg: '' }],
    ['{"code":700012006,"msg":"access token invalid"}', { code: 700_012_006, msg: 'access token invalid' }],
    [' {"code":4100}', { code: 4100, msg: '' }],
    ['{"code":"4100","msg":"x"}', null],
    ['{"code":9007199254740993,"msg":"x"}', null],
    ['{"code":1.5,"msg":"x"}', null],
    ['{"msg":"x"}', null],
    ['[{"code":1}]', null],
    ['{"code":', null],
    ['', null],
  ])('reads %s', (text, expected) => {
    expect(readEnvelope(text)).toStrictEqual(expected);
  });
});
