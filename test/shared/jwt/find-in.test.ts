import { describe, expect, it } from 'vitest';
import { findIn } from '../../../shared/jwt/find-in.ts';

const token =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UifQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

describe('findIn', () => {
  it('finds a token in what surrounds it', () => {
    expect(findIn(`curl -H 'Authorization: Bearer ${token}'`)).toMatchObject({
      kind: 'tokens',
      tokens: [{ text: token, cleaned: false }],
    });
  });

  it('takes a lone damaged token for one, so that the damage can be named', () => {
    const damaged = 'AAAAhbGciOiJIUzI1NiJ9.bbbbbbbbbbb.cccc';
    expect(findIn(` ${damaged}\n`)).toMatchObject({
      kind: 'tokens',
      tokens: [{ text: damaged, start: 1, end: 1 + damaged.length }],
    });
  });

  it.each([
    '请看 docs.coze.cn 的说明。',
    'private_key.pem',
    'www.coze.cn',
    'a.b.c',
    '',
    '3.14',
    'eyewitness.news.com',
    'ewallet-service.example.cn',
    'eyJ is how it begins',
  ])('does not take %j for a token', (text) => {
    expect(findIn(text)).toEqual({ kind: 'none' });
  });

  it.each([
    ['a price', '$.02'],
    ['JSON', '{"a": 1}'],
  ])('takes a payload that is not encoded for what it is: %s', (_name, payload) => {
    const header = 'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19';
    const plain = `${header}.${payload}.A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY`;
    expect(findIn(`${plain}\n`)).toMatchObject({ kind: 'tokens', tokens: [{ text: plain, start: 0 }] });
  });

  it('takes a token without header for one', () => {
    const headless = token.slice(token.indexOf('.'));
    expect(findIn(headless)).toMatchObject({ kind: 'tokens', tokens: [{ text: headless }] });
  });

  it('says that an access token is opaque', () => {
    expect(findIn('Bearer czs_RQOhsc7vmUzK4bNgb7hn4wqO')).toEqual({ kind: 'opaque' });
  });
});
