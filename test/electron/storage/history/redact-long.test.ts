import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactLong } from '../../../../electron/storage/history/redact-long.ts';
import { redact } from '../../../../shared/redact.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const item = (number: number) =>
  `{"id":"75012345678901${String(number).padStart(5, '0')}","content":"你好 \\"hello\\"","n":${number}},`;
const filler = (characters: number) => {
  let text = '';
  for (let number = 0; text.length < characters; number += 1) text += item(number);
  return text;
};

const jwt = `eyJhbGciOiJSUzI1NiJ9.${'eyJpc3MiOiIxIn0'.repeat(3)}.${'c2lnbmF0dXJl'.repeat(12)}`;
const secrets: readonly (readonly [what: string, text: string, secret: string])[] = [
  ['a PEM in JSON', `"key":${JSON.stringify(privateKey)},`, privateKey.split('\n')[5] ?? ''],
  ['a PEM of many lines', `\n${privateKey}\n`, privateKey.split('\n')[5] ?? ''],
  [
    'a bare key of many lines',
    `\n${privateKey.replace(/-----.*-----/g, '').trim()}\n`,
    privateKey.split('\n')[20] ?? '',
  ],
  ['a JWT', `"jwt":"${jwt}",`, jwt.slice(-40)],
  ['a token', `"t":"czs_${'aB3'.repeat(20)}",`, 'aB3aB3aB3'],
  ['an Authorization header', '"Authorization": "Bearer abcdefghijklmnop",', 'abcdefghijklmnop'],
  ['what is a secret by its name', `"client_secret" : "p@ss, word!",`, 'p@ss, word!'],
];

describe('redactLong', () => {
  it.each(secrets)('finds %s wherever a text is cut', async (_what, text, secret) => {
    for (const before of [0, 65_536 - 2000, 65_536 - 900, 65_536 - 60, 65_536 - 20, 131_072 - 40]) {
      const whole = `[${filler(before)}${text}${filler(70_000)}]`;
      expect([before, (await redactLong(whole)).includes(secret)]).toEqual([before, false]);
    }
  });

  it('changes nothing else', async () => {
    const text = `[${filler(400_000)}{"page_token":"x","code":"abc"}]`;
    expect(await redactLong(text)).toBe(text);
  });

  it('is the same as redact for what is short', async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(...secrets.map(([, text]) => text), '\n', '"', '\\n', '%0A', '{', '},'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const text = parts.join('');
        expect(await redactLong(text)).toBe(redact(text));
      }),
    );
  });

  it('comes to an end with a text that can be cut nowhere', async () => {
    const text = 'a'.repeat(2_500_000);
    expect(await redactLong(text)).toBe(text);
  });
});
