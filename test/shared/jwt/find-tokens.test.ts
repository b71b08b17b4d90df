import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTokens } from '../../../shared/jwt/find-tokens.ts';
import { encodeToken } from '../../fixtures/jwt/encode-token.ts';
import { cookbookDetachedToken, cookbookDirectToken } from '../../fixtures/jwt/rfc-signatures.ts';
import {
  es256Token,
  hs256Token,
  jweLines,
  jweToken,
  rs256Token,
  unsecuredToken,
} from '../../fixtures/jwt/rfc-tokens.ts';

const sample = readFileSync(
  new URL('../../fixtures/jwt/coze-channel-sample.txt', import.meta.url),
  'utf8',
).trim();

function wrap(text: string, width: number): string[] {
  return text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
}

function textsIn(source: string): string[] {
  return findTokens(source).tokens.map((token) => token.text);
}

describe('findTokens', () => {
  test.each([
    ['bare', hs256Token],
    ['with space around', `\n\t ${hs256Token} \r\n`],
    ['after Bearer', `Bearer ${hs256Token}`],
    ['in a header block', `Host: api.coze.cn\r\nAuthorization: Bearer ${hs256Token}\r\nAccept: */*\r\n\r\n`],
    [
      'in a curl command',
      `curl 'https://api.coze.cn/x' \\\n  -H 'Authorization: Bearer ${hs256Token}' \\\n  --data '{"a":1}'`,
    ],
    ['in JSON', `{"token":"${hs256Token}","n":1}`],
    ['in JSON within JSON', JSON.stringify(JSON.stringify({ token: hs256Token }))],
    ['in a query', `https://example.com/cb?access_token=${hs256Token}&state=1`],
    ['in a fragment', `https://example.com/cb#id_token=${hs256Token}`],
    ['in a path', `https://example.com/${hs256Token}/next`],
    ['in a percent-encoded URL', `https://example.com/?h=Bearer%20${hs256Token}%0A`],
    ['in a cookie', `Cookie: sid=1; jwt=${hs256Token}; lang=zh`],
    ['in Markdown', `令牌是 \`${hs256Token}\`，请查收。`],
    ['before Chinese punctuation', `令牌：${hs256Token}。谢谢`],
    ['at the end of a sentence', `The token is ${hs256Token}.`],
    ['before a word on the next line', `${hs256Token}\nThanks\n`],
    ['after an escaped line end', `{"log":"got\\n${hs256Token}\\nend."}`],
  ])('%s', (_name, source) => {
    expect(textsIn(source)).toEqual([hs256Token]);
  });

  test.each([
    ['%3d', `https://example.com/cb%3fid_token%3d${hs256Token}%26s%3d1`],
    ['%253D', `https://example.com/?u=https%3A%2F%2Fx%2Fcb%253Fid_token%253D${hs256Token}%2526s%253D1`],
    ['%253d', `u=cb%253fid_token%253d${hs256Token}%2526s`],
    ['%25253D', `u=cb%25253Fid_token%25253D${hs256Token}%252526s`],
    ['\\u003d', `{"url":"https://h/cb?id_token\\u003d${hs256Token}\\u0026state\\u003d1"}`],
    ['\\u0022', `{"body":"{\\u0022access_token\\u0022:\\u0022${hs256Token}\\u0022,\\u0022x\\u0022:1}"}`],
    ['\\u0027', `{"a":"\\u0027${hs256Token}\\u0027"}`],
    ['\\u003e', `{"a":"\\u003ct\\u003e${hs256Token}\\u003c/t\\u003e"}`],
    ['\\u0020', `{"a":"Bearer\\u0020${hs256Token}"}`],
    ['\\x3d', `var u = 'x\\x3d${hs256Token}\\x26y'`],
    ['\\x22', `"{\\x22t\\x22:\\x22${hs256Token}\\x22}"`],
    ['=3d', `<a href=3d"x?t=3d${hs256Token}">`],
  ])('after %s', (_name, source) => {
    expect(textsIn(source)).toEqual([hs256Token]);
  });

  test.each([
    `*${hs256Token}*`,
    `**${hs256Token}**`,
    `***${hs256Token}***`,
    `_${hs256Token}_`,
    `__${hs256Token}__`,
    `**_${hs256Token}_**`,
    `~${hs256Token}~`,
    `~~*${hs256Token}*~~`,
    `\`${hs256Token}\``,
    `**\`${hs256Token}\`**`,
    `\`\`\`\n${hs256Token}\n\`\`\``,
    `令牌 **${hs256Token}** 请查收`,
    `令牌：_${hs256Token}_，过期了`,
    `the token *${hs256Token}* expired`,
    `**Bearer ${hs256Token}**`,
    `_Authorization: Bearer ${hs256Token}_ was refused`,
    `*${hs256Token} expired*`,
    `* ${hs256Token}`,
  ])('without the markup of a chat: %j', (source) => {
    const { tokens } = findTokens(source);
    expect(tokens.map(({ text }) => text)).toEqual([hs256Token]);
    expect(tokens.map(({ start, end }) => source.slice(start, end))).toEqual([hs256Token]);
  });

  test('wrapped and in bold type', () => {
    expect(textsIn(`**${wrap(rs256Token, 64).join('\n')}**`)).toEqual([rs256Token]);
  });

  test.each([
    [`${hs256Token}_`, `${hs256Token}_`],
    [`**${sample}**`, sample],
    [`*${hs256Token.slice(0, -10)}****`, `${hs256Token.slice(0, -10)}***`],
    [`${hs256Token.slice(0, -10)}****`, `${hs256Token.slice(0, -10)}****`],
    [`**a** ${hs256Token.slice(0, -10)}****`, `${hs256Token.slice(0, -10)}****`],
    [`**${hs256Token.slice(0, -10)}****`, `${hs256Token.slice(0, -10)}**`],
    [`**${hs256Token.slice(0, -10)}******`, `${hs256Token.slice(0, -10)}****`],
  ])('%j keeps what may be its own', (source, token) => {
    expect(textsIn(source)).toEqual([token]);
  });

  test.each([...'\u200e\u200f\u202a\u202e\u2061\u2064\u180e\ufe0f\u2066\u2069\u061c'])(
    'without %j inside and around',
    (invisible) => {
      const pasted = `${hs256Token.slice(0, 40)}${invisible}${hs256Token.slice(40)}`;
      const source = `${invisible}${pasted}${invisible}`;
      expect(findTokens(source).tokens).toMatchObject([
        { text: hs256Token, start: 1, end: 1 + pasted.length, cleaned: true },
      ]);
      expect(findTokens(`${invisible}${hs256Token}${invisible}`).tokens).toMatchObject([{ cleaned: false }]);
    },
  );

  test.each([
    ['by an editor', wrap(rs256Token, 64).join('\n')],
    ['with CR LF', wrap(rs256Token, 76).join('\r\n')],
    ['with indentation', wrap(rs256Token, 72).join('\n    ')],
    ['in a mail that is quoted', `> ${wrap(rs256Token, 70).join('\n> ')}\n> Regards`],
    ['by a shell', wrap(rs256Token, 60).join('\\\n')],
    [
      'as concatenated strings',
      wrap(rs256Token, 60)
        .map((line) => `  "${line}"`)
        .join(' +\n'),
    ],
    [
      'as adjacent strings',
      wrap(rs256Token, 60)
        .map((line) => `  '${line}'`)
        .join('\n'),
    ],
    ['at its dots', rs256Token.split('.').join('\n.\n')],
    ['after its dots', rs256Token.split('.').join('.\n')],
    ['in a header line', `Authorization: Bearer ${wrap(rs256Token, 58).join('\n ')}`],
  ])('wrapped %s', (_name, source) => {
    expect(textsIn(source)).toEqual([rs256Token]);
  });

  test('an encrypted token over many lines', () => {
    expect(textsIn(jweLines.map((line) => `"${line}" +`).join('\n'))).toEqual([jweToken]);
    expect(textsIn(jweLines.join('\n   '))).toEqual([jweToken]);
  });

  test('several tokens, with their places', () => {
    const source = `${hs256Token}\n${rs256Token}\n"${es256Token}", ${unsecuredToken}`;
    const { tokens: found } = findTokens(source);
    expect(found.map((token) => token.text)).toEqual([hs256Token, rs256Token, es256Token, unsecuredToken]);
    for (const { start, end, text, lines } of found) {
      expect(source.slice(start, end)).toBe(text);
      expect(lines).toBe(1);
    }
  });

  test('among others those whose second part is empty by right: a detached payload, no encrypted key', () => {
    const all = [hs256Token, cookbookDetachedToken, cookbookDirectToken, es256Token];
    expect(textsIn(all.join('\n'))).toEqual(all);
    expect(textsIn(`${hs256Token} eyJhbGciOiJIUzI1NiJ9..`)).toEqual([hs256Token]);
  });

  test('the documentation sample with its mask, bare and in its curl command', () => {
    expect(textsIn(sample)).toEqual([sample]);
    expect(textsIn(`--header 'Authorization: Bearer ${sample}' \\\n--data '{\n "a": 1 }'`)).toEqual([sample]);
  });

  test('a token that is cut off after header or payload', () => {
    const [header, payload] = hs256Token.split('.');
    expect(textsIn(`token: ${header}.${payload}`)).toEqual([`${header}.${payload}`]);
    expect(textsIn(` "${header}" `)).toEqual([header]);
  });

  test('a token whose first characters are missing', () => {
    expect(textsIn(`x: ${hs256Token.slice(3)}`)).toEqual([hs256Token.slice(3)]);
  });

  test('a token in standard base64 with padding', () => {
    const text = 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoi4Lij4Lij8J+Yg/8ifQ==.ab+/cd==';
    expect(textsIn(`jwt=${text};`)).toEqual([text]);
  });

  test.each([
    '',
    'hello',
    'api.coze.cn',
    'www.example.com',
    '1.2.3',
    'eyes.on.you',
    'https://www.coze.cn/docs/a.b.c',
    '{"a":"b.c.d"}',
  ])('nothing in %j', (source) => {
    expect(textsIn(source)).toEqual([]);
  });

  test('never throws, and every place lies inside the text', () => {
    const piece = fc.constantFrom(
      'eyJ',
      '.',
      'a',
      '*',
      '\n',
      ' ',
      '"',
      '\\',
      '=',
      '+',
      '/',
      '%20',
      '>',
      'Bearer ',
      '://',
      '中',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        for (const { start, end } of findTokens(source).tokens) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('says when there are more than it looks for', () => {
    const lines = Array.from({ length: 1001 }, (_, n) => `${encodeToken('{"alg":"ES256"}', `{"n":${n}}`)}\n`);
    const enough = lines.slice(0, 1000).join('');
    expect(findTokens(enough)).toMatchObject({ isCut: false, tokens: { length: 1000 } });
    expect(findTokens(`${enough}eyJ and eyK.`).isCut).toBe(false);
    expect(findTokens(enough + enough).isCut).toBe(false);
    expect(findTokens(lines.join(''))).toMatchObject({ isCut: true, tokens: { length: 1000 } });
  });

  test('lists a token once, with how often it stands there', () => {
    const { tokens } = findTokens(`a=${hs256Token}\nb=${rs256Token}\nc=${hs256Token}\n`);
    expect(tokens.map(({ text, start, times }) => [text, start, times])).toEqual([
      [hs256Token, 2, 2],
      [rs256Token, 5 + hs256Token.length, 1],
    ]);
  });

  test.each([
    ['starts', 'eyJ '.repeat(250_000)],
    ['dotted starts', 'eyJhbGciOi.eyJ '.repeat(60_000)],
    ['dots', `eyJ${'.'.repeat(1_000_000)}`],
    ['one-character lines', `eyJhbGciOiJub25lIn0.a${'\na'.repeat(500_000)}`],
    ['short lines', `eyJhbGciOiJub25lIn0.${'aaaaaaaaaaaaaaaa\n'.repeat(60_000)}`],
    ['full lines', `eyJhbGciOiJub25lIn0.a.${`${'a'.repeat(64)}\n`.repeat(15_000)}`],
    ['spaces', `eyJhbGciOiJub25lIn0.a${' '.repeat(1_000_000)}`],
    ['one run', 'a'.repeat(1_000_000)],
    ['emphasised starts', '*eyJ* _eyJhbGciOi_ '.repeat(50_000)],
    ['emphasis that stays open', `_a_b *c ${'eyJ*'.repeat(250_000)}`],
    ['escapes', '%253DeyJ\\u003deyJ'.repeat(55_000)],
    ['schemes', 'x://eyJ'.repeat(140_000)],
    ['words', `eyJhbGciOi.eyJ.${' aaa'.repeat(250_000)}`],
    ['starts among words', 'eyJhbGciOiJub25lIn0 x/'.repeat(45_000)],
    ['starts after dots', 'eyJhbGciOiJub25lIn0. '.repeat(48_000)],
    ['foreign characters', `eyJhbGciOi${'$a'.repeat(480_000)}`],
    ['encoded padding', `eyJhbGciOi.a.${'%3D'.repeat(330_000)}`],
    ['other dots', `eyJhbGciOi${'。a'.repeat(480_000)}`],
    ['host names', 'ewallet/'.repeat(120_000)],
    ['shortened parts', `eyJhbGciOi${'...a'.repeat(240_000)}`],
  ])('a megabyte of %s comes back', (_name, source) => {
    expect(findTokens(source).tokens.length).toBeLessThanOrEqual(1000);
  });
});
