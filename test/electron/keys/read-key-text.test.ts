import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrivateKey } from '../../../electron/keys/read-private-key.ts';
import { normalisations } from '../../../shared/coze/key.ts';
import { ProblemError } from '../../../shared/problem.ts';

const fixture = (name: string) => readFileSync(resolve('test/fixtures/keys', name));
const pem = fixture('throwaway-rsa-2048-pkcs8.pem').toString();
const pkcs1 = fixture('throwaway-rsa-2048-pkcs1.pem').toString();
const legacy = fixture('throwaway-rsa-2048-legacy-aes256.pem').toString();
const certificate = fixture('refused-certificate.pem').toString();
const publicKey = fixture('refused-public-spki.pem').toString();
const jwk = fixture('throwaway-rsa-2048.jwk.json').toString();
const expected = fixture('throwaway-rsa-2048-pkcs8.der');

const lines = pem.trim().split('\n');
const body = lines.slice(1, -1);
const begin = lines[0] ?? '';
const end = lines.at(-1) ?? '';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const prefixed = (prefix: string) => lines.map((line) => `${prefix}${line}`).join('\n');

describe('a key is read from texts as people have them, and what was put right is said', () => {
  it.each<[string, string | Uint8Array, readonly string[]]>([
    ['as it is', pem, []],
    ['blank lines around', `\n\n${pem}\n\n`, []],
    ['body on one line', `${begin}\n${body.join('')}\n${end}\n`, []],
    ['wrapped at 76', `${begin}\n${(body.join('').match(/.{1,76}/g) ?? []).join('\n')}\n${end}`, []],
    ['byte order mark', `\uFEFF${pem}`, ['bom']],
    ['byte order mark in bytes', Buffer.from(`\uFEFF${pem}`), ['bom']],
    ['UTF-16 with mark', utf16(`\uFEFF${pem}`), ['bom']],
    ['UTF-16 big endian with mark', utf16(`\uFEFF${pem}`).swap16(), ['bom']],
    ['UTF-16 without mark', utf16(pem), []],
    ['CR LF', pem.replaceAll('\n', '\r\n'), ['crlf']],
    ['CR', pem.replaceAll('\n', '\r'), ['crlf']],
    ['literal \\n', pem.replaceAll('\n', '\\n'), ['literal-newlines']],
    ['literal \\\\n', pem.replaceAll('\n', '\\\\n'), ['literal-newlines']],
    ['literal \\r\\n', pem.replaceAll('\n', '\\r\\n'), ['literal-newlines']],
    ['literal \\n before real ones', pem.replaceAll('\n', '\\n\n'), ['literal-newlines']],
    ['double quotes', `"${pem}"`, ['quotes']],
    ['single quotes', `'${pem}'`, ['quotes']],
    ['curly quotes', `“${pem}”`, ['quotes']],
    ['JSON string', JSON.stringify(pem), ['literal-newlines', 'quotes']],
    [
      'JSON string, slashes escaped',
      JSON.stringify(pem).replaceAll('/', '\\/'),
      ['literal-newlines', 'quotes'],
    ],
    [
      'JSON string, = as \\u003d',
      JSON.stringify(pem).replaceAll('=', '\\u003d'),
      ['literal-newlines', 'quotes'],
    ],
    ['JSON in JSON', JSON.stringify(JSON.stringify(pem)), ['literal-newlines', 'quotes']],
    [
      'JSON field',
      JSON.stringify({ type: 'x', key: pem }),
      ['literal-newlines', 'quotes', 'surrounding-text'],
    ],
    ['env line', `KEY="${pem.replaceAll('\n', '\\n')}"`, ['literal-newlines', 'quotes', 'surrounding-text']],
    ['export line', `export KEY='${pem}'\n`, ['quotes', 'surrounding-text']],
    [
      'JavaScript lines',
      lines.map((line) => `  '${line}\\n' +`).join('\n'),
      ['literal-newlines', 'quotes', 'indented', 'surrounding-text'],
    ],
    ['spaces for newlines', lines.join(' '), ['one-line']],
    ['nothing for newlines', lines.join(''), ['one-line']],
    ['no white space at all', pem.replace(/\s/g, ''), ['one-line']],
    ['tabs for newlines', lines.join('\t'), ['one-line']],
    ['YAML', `key: |\n${prefixed('    ')}\n`, ['indented', 'surrounding-text']],
    ['indented', prefixed('\t'), ['indented']],
    ['trailing spaces', lines.map((line) => `${line}  `).join('\n'), ['indented']],
    ['quoted mail', prefixed('> '), ['surrounding-text']],
    ['commented out', prefixed('# '), ['surrounding-text']],
    ['text around', `This is the key:\n${pem}keep it safe`, ['surrounding-text']],
    ['Chinese text around', `这是私钥——请勿外传：\n${pem}谢谢`, ['surrounding-text']],
    [
      'GBK text around',
      Buffer.concat([Buffer.from([0xcb, 0xbd, 0xd4, 0xbf, 0x0a]), Buffer.from(pem)]),
      ['surrounding-text'],
    ],
    ['certificate before', certificate + pem, ['surrounding-text']],
    ['public key before', publicKey + pem, ['surrounding-text']],
    ['another private key after', pem + pkcs1, ['surrounding-text']],
    ['another private key before', pkcs1 + pem, ['surrounding-text', 'pkcs1']],
    ['bare base64', body.join(''), ['missing-banner']],
    ['bare base64, wrapped', body.join('\n'), ['missing-banner']],
    ['bare base64, CR LF', body.join('\r\n'), ['crlf', 'missing-banner']],
    ['bare base64, no padding', body.join('').replace(/=+$/, ''), ['missing-banner']],
    ['bare base64, quoted', `"${body.join('')}"`, ['quotes', 'missing-banner']],
    ['bare base64 in an env line', `COZE_KEY=${body.join('')}`, ['surrounding-text', 'missing-banner']],
    ['bare PKCS#1', pkcs1.trim().split('\n').slice(1, -1).join(''), ['missing-banner', 'pkcs1']],
    ['END missing', [begin, ...body].join('\n'), ['missing-banner']],
    ['BEGIN missing', [...body, end].join('\n'), ['surrounding-text', 'missing-banner']],
    ['base64 of the PEM', Buffer.from(pem).toString('base64'), ['double-base64']],
    ['zero-width characters', pem.replace('PRIVATE', '\u200BPRIVATE'), ['odd-characters']],
    ['no-break spaces', pem.replace('PRIVATE KEY', 'PRIVATE\u00A0KEY'), ['odd-characters']],
    ['dashes that became long', pem.replaceAll('-----', '—–-'), ['odd-characters']],
    ['full-width dashes', pem.replaceAll('-', '－'), ['odd-characters']],
    ['PKCS#1 under a PKCS#8 banner', pkcs1.replaceAll('RSA PRIVATE', 'PRIVATE'), ['pkcs1']],
    ['PKCS#8 under a PKCS#1 banner', pem.replaceAll('PRIVATE', 'RSA PRIVATE'), []],
    ['JWK with a mark', `\uFEFF${jwk}`, ['bom', 'jwk']],
    ['JWK as a JSON string', JSON.stringify(jwk), ['literal-newlines', 'quotes', 'jwk']],
    ['JWK in an env line', `JWK='${jwk}'`, ['surrounding-text', 'jwk']],
    [
      'many at once',
      `\uFEFFKEY="${pkcs1.replaceAll('\n', '\\n')}"\r\n`,
      ['bom', 'crlf', 'literal-newlines', 'quotes', 'surrounding-text', 'pkcs1'],
    ],
  ])('%s', (_, input, normalised) => {
    const read = readPrivateKey(input, null);
    expect(Buffer.from(read.pkcs8).equals(expected)).toBe(true);
    expect(read.normalised).toEqual(normalisations.filter((name) => normalised.includes(name)));
  });

  it.each([
    ['as it is', legacy, []],
    ['CR LF', legacy.replaceAll('\n', '\r\n'), ['crlf']],
    ['literal \\n', legacy.replaceAll('\n', '\\n'), ['literal-newlines']],
    ['spaces for newlines', legacy.trim().replaceAll('\n', ' '), ['one-line']],
    ['nothing for newlines', legacy.replaceAll('\n', ''), ['one-line']],
    ['indented', legacy.replaceAll(/^/gm, '  '), ['indented']],
  ])('an encrypted legacy PEM: %s', (_, input, normalised) => {
    const read = readPrivateKey(input, 'throwaway');
    expect(Buffer.from(read.pkcs8).equals(expected)).toBe(true);
    expect(read.normalised).toEqual([...normalised, 'pkcs1', 'decrypted']);
  });
});

describe('whatever is put in', () => {
  const disguises: readonly ((text: string) => string)[] = [
    (text) => `\uFEFF${text}`,
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => text.replaceAll('\n', '\\n'),
    (text) => `"${text}"`,
    (text) => `'${text}'`,
    (text) => `KEY=${text}`,
    (text) => text.replaceAll('\n', '\n   '),
    (text) => `some text\n${text}\nmore text`,
    (text) => text.replaceAll('\n', ' '),
    (text) => JSON.stringify(text),
    (text) => JSON.stringify({ private_key: text }),
    (text) => certificate + text,
    (text) => text.replaceAll('-----', '—–'),
  ];

  it('any three disguises, one over the other, leave the same key', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(pem, pkcs1),
        fc.array(fc.constantFrom(...disguises), { maxLength: 3 }),
        (start, chosen) => {
          const text = chosen.reduce((current, disguise) => disguise(current), start);
          expect(Buffer.from(readPrivateKey(text, null).pkcs8).equals(expected)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  const answersOrRefuses = (input: string | Uint8Array, passphrase: string | null) => {
    try {
      readPrivateKey(input, passphrase);
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError);
      expect((error as ProblemError).problem.code).toMatch(/^key\//);
    }
  };

  it('arbitrary text is read or refused with a key problem', () => {
    const fragment = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        begin,
        end,
        '\\n',
        '\n',
        '"',
        '{"kty":"RSA","d":1}',
        '{"keys":[',
        'MIIE',
        body.join(''),
      ),
    );
    fc.assert(fc.property(fc.array(fragment), (parts) => answersOrRefuses(parts.join(''), null)));
  });

  it('arbitrary bytes and damaged keys are read or refused with a key problem', () => {
    const files = ['pkcs8.der', 'pkcs1.der', 'encrypted.der', 'pkcs1.pem', 'legacy-3des.pem'];
    const sources = files.map((name) => fixture(`throwaway-rsa-2048-${name}`));
    const damage = fc.array(fc.tuple(fc.nat(1999), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => answersOrRefuses(bytes, 'p')));
    fc.assert(
      fc.property(fc.constantFrom(...sources), damage, fc.nat(2000), (source, changes, length) => {
        const bytes = Buffer.from(source);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        answersOrRefuses(bytes, 'throwaway');
        answersOrRefuses(bytes.subarray(0, length), 'throwaway');
      }),
      { numRuns: 300 },
    );
  });
});
