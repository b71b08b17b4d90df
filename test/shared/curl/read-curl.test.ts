import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestCurlText, readCurl } from '../../../shared/curl/read-curl.ts';
import { isSoon } from '../../fixtures/is-soon.ts';
import { corpus, type Expected } from './corpus.ts';
import { anyText } from './requests.ts';

const plain: Required<Omit<Expected, 'url'>> = {
  method: 'GET',
  query: [],
  headers: [],
  body: null,
  secret: null,
  endpoint: null,
  pathParams: [],
  codes: [],
};

function shown(text: string): Expected {
  const { request, secret, endpoint, findings } = readCurl(text);
  return {
    method: request?.method ?? 'none',
    url: `${request?.origin ?? '?'}${request?.path ?? ''}`,
    query: request?.query ?? [],
    headers: request?.headers ?? [],
    body: request?.body ?? null,
    secret,
    endpoint: endpoint?.endpoint.id ?? null,
    pathParams: endpoint?.pathParams ?? [],
    codes: findings.map(({ code }) => code),
  };
}

const codesOf = (text: string) => readCurl(text).findings.map(({ code }) => code);

describe('a pasted curl command', () => {
  test.each(corpus)('%s', (_, text, expected) => {
    expect(shown(text)).toEqual({ ...plain, ...expected });
  });

  test('is read the same whatever is a comment or a sentence around it', () => {
    const text = 'curl is a tool; use curl like this:\n\n    curl https://a.example/x\n\nwhich calls it.';
    expect(shown(text).url).toBe('https://a.example/x');
  });

  test('that is none is said to be missing', () => {
    for (const text of ['', 'GET https://a.example/', 'curl is a tool', 'libcurl', 'wget https://a.example/'])
      expect(codesOf(text)).toEqual(['curl-missing']);
  });

  test('without a usable URL says so', () => {
    expect(codesOf('curl -X POST -d a')).toEqual(['url-missing']);
    expect(codesOf('curl ftp://a.example/x')).toEqual(['url-invalid']);
    expect(codesOf("curl 'https://exa mple/'")).toEqual(['url-invalid']);
  });

  test('tells the place of what it does not understand', () => {
    const text = "curl 'https://a.example/' --wat -H 'no colon'";
    expect(readCurl(text).findings.map(({ place }) => text.slice(place?.start, place?.end))).toEqual([
      '--wat',
      "-H 'no colon'",
    ]);
  });

  test('tells the places as they are in the text, though two dashes were made of one', () => {
    const text = 'curl —json “{}” https://a.example/ —wat';
    expect(
      readCurl(text).findings.map(({ code, place }) => [code, text.slice(place?.start, place?.end)]),
    ).toEqual([
      ['typographic', '—'],
      ['option-unknown', '—wat'],
    ]);
  });

  test('knows the region by the host', () => {
    expect(readCurl('curl https://api.coze.cn/').region).toEqual({ kind: 'cn' });
    expect(readCurl('curl https://api.coze.com/').region).toEqual({ kind: 'com' });
    expect(readCurl('curl https://coze.example/v3/chat -d {}')).toMatchObject({
      region: { kind: 'custom', baseUrl: 'https://coze.example' },
      endpoint: { endpoint: { id: 'chat_v3' } },
    });
    expect(readCurl('curl $BASE/v3/chat').region).toBeNull();
  });

  test('keeps every credential out of request and findings', () => {
    const secrets = ['tok3nAAAAAAAA', 'us3r:pa55', 's3ss10n=1', 'k3yAAAA'];
    const text = `curl https://a.example/ -H 'Authorization: Bearer ${secrets[0]}' -u ${secrets[1]} -b ${secrets[2]} -H 'X-Api-Key: ${secrets[3]}'`;
    const { request, findings } = readCurl(text);
    for (const secret of secrets) expect(JSON.stringify([request, findings])).not.toContain(secret);
  });
});

describe('any text at all', () => {
  test('is read without an error, places inside the text', () => {
    const word = fc.oneof(
      anyText,
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        'curl ',
        'curl.exe ',
        ' -H ',
        ' -d ',
        ' -F ',
        ' -u',
        " $'",
        '<<EOF\n',
        ' --json',
        '@"',
        "@'\n",
        '^\n',
        '`\n',
        '\\\n',
        'https://a/',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = `${words.length % 2 === 0 ? 'curl ' : ''}${words.join('')}`;
        for (const { place } of readCurl(text).findings) {
          expect(place?.start ?? 0).toBeGreaterThanOrEqual(0);
          expect(place?.end ?? 0).toBeLessThanOrEqual(text.length);
          expect(place?.start ?? 0).toBeLessThanOrEqual(place?.end ?? 0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('takes time in proportion to its length', () => {
    const pieces = [
      '\\',
      '"',
      "'",
      '$(',
      '`',
      '`"',
      '\\`"',
      '^',
      ' ',
      '\n',
      ';',
      'curl ',
      'curl -d ',
      "$'\\x",
      '-F a=@b;',
      '{,',
      '[a-',
      '%a',
      '<<A\n',
      'A=$A\n',
      ' -H a:b',
      '&a=',
      '@"\n',
      '*',
      '=',
      'a:',
      '${',
      '${a:',
      '\t\\',
    ];
    const size = 128 * 1024;
    for (const piece of pieces) {
      for (const start of [
        'curl https://a/ -d ',
        "curl.exe 'https://a/' -F a=",
        'curl.exe "https://a/?" ^\n -H ',
        'curl https://a/',
      ]) {
        const text = start + piece.repeat(Math.ceil(size / piece.length));
        expect([start, piece, isSoon(() => readCurl(text))]).toEqual([start, piece, true]);
      }
    }
  }, 120_000);

  test('beyond the limit is not read', () => {
    expect(codesOf(`curl ${'x'.repeat(longestCurlText)}`)).toEqual(['text-too-long']);
  });

  test('with a variable that refers to another many times stays small', () => {
    const text = `A=${'x'.repeat(4000)}\ncurl https://a.example/ -d "${'$A'.repeat(10_000)}"`;
    const { body } = readCurl(text).request ?? {};
    expect(body?.kind === 'text' ? body.text.length : 0).toBeLessThan(100_000);
  });
});
