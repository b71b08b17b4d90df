import { describe, expect, it } from 'vitest';
import { readEnvelope } from '../../../electron/console/envelope.ts';

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
