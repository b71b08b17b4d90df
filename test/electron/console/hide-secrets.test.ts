import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSecrets, withoutSecrets } from '../../../electron/console/hide-secrets.ts';

const secret = { text: 'czs_aab/c+aab/d', mask: 'czs_aab…/d' };

async function* cut(bytes: Buffer, places: readonly number[]) {
  let from = 0;
  for (const place of [...places, bytes.length].toSorted((a, b) => a - b)) {
    if (place > from) yield bytes.subarray(from, place);
    from = Math.max(from, place);
  }
}

async function hidden(bytes: Buffer, places: readonly number[], charset = 'utf-8', secrets = [secret]) {
  const parts: Uint8Array[] = [];
  for await (const part of withoutSecrets(cut(bytes, places), secrets, charset)) parts.push(part);
  return Buffer.concat(parts);
}

describe('a secret in bytes', () => {
  const text = `a ${secret.text} czs_aab/c+aab czs_${secret.text}${encodeURIComponent(secret.text)}"czs_aab\\/c+aab\\/d" czs_a`;
  const expected = `a ${secret.mask} czs_aab/c+aab czs_${secret.mask}${secret.mask}"${secret.mask}" czs_a`;

  it('is masked in each spelling, and what only begins like it stays', async () => {
    expect((await hidden(Buffer.from(text), [])).toString()).toBe(expected);
  });

  it('is masked wherever the bytes are cut', async () => {
    for (let place = 0; place <= text.length; place += 1) {
      expect((await hidden(Buffer.from(text), [place])).toString()).toBe(expected);
    }
    expect(
      (
        await hidden(
          Buffer.from(text),
          [...text].map((_, index) => index),
        )
      ).toString(),
    ).toBe(expected);
  });

  it.each([
    ['utf-16le', (said: string) => Buffer.from(said, 'utf16le')],
    ['utf-16be', (said: string) => Buffer.from(said, 'utf16le').swap16()],
  ])('is masked in %s', async (charset, encode) => {
    expect(await hidden(encode(text), [7, 50], charset)).toStrictEqual(encode(expected));
  });

  it('of two the longer and the shorter are masked', async () => {
    const secrets = [secret, { text: 'variable-value', mask: '…' }];
    const bytes = Buffer.from(`variable-value ${secret.text} variable-valu`);
    expect((await hidden(bytes, [3, 20], 'utf-8', secrets)).toString()).toBe(
      `… ${secret.mask} variable-valu`,
    );
  });

  it('that is too short to be told from chance is left', async () => {
    expect((await hidden(Buffer.from('a b c'), [], 'utf-8', [{ text: 'a', mask: '…' }])).toString()).toBe(
      'a b c',
    );
  });

  it.each([
    ['a form', 'p%C3%A4ss+%26%3C%2F%27x%22%0A'],
    ['a URL in small letters', "p%c3%a4ss%20%26%3c%2f'x%22%0a"],
    ['JSON of Go', 'päss \\u0026\\u003c/\'x\\"\\n'],
    ['JSON of Gson', 'päss \\u0026\\u003c/\\u0027x\\"\\n'],
    ['JSON of Python', 'p\\u00e4ss &</\'x\\"\\n'],
    ['JSON of PHP', 'p\\u00e4ss &<\\/\'x\\"\\n'],
    ['JSON of .NET', 'p\\u00E4ss \\u0026\\u003C/\\u0027x\\u0022\\n'],
    ['JSON in JSON', 'päss &</\'x\\\\\\"\\\\n'],
    ['JSON of Go in JSON', 'päss \\\\u0026\\\\u003c/\'x\\\\\\"\\\\n'],
  ])('is masked as %s writes it', async (_, spelling) => {
    const special = { text: 'päss &</\'x"\n', mask: '…' };
    const said = `{"a":"${spelling}"}`;
    expect(hideSecrets(said, [special])).toBe('{"a":"…"}');
    expect((await hidden(Buffer.from(said), [9, 12], 'utf-8', [special])).toString()).toBe('{"a":"…"}');
  });

  it('with half a surrogate pair is masked as it is sent', async () => {
    const broken = { text: 'variable\ud800', mask: '…' };
    const sent = `variable\ufffd ${encodeURIComponent('variable\ufffd')}`;
    expect((await hidden(Buffer.from(sent), [4], 'utf-8', [broken])).toString()).toBe('… …');
    expect(hideSecrets('"variable\\ud800"', [broken])).toBe('"…"');
  });

  it('changes nothing else, whatever the bytes are and wherever they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...secret.text, secret.text, 'czs_'), fc.string()), {
          maxLength: 30,
        }),
        fc.array(fc.nat(200), { maxLength: 8 }),
        async (pieces, places) => {
          const whole = pieces.join('');
          const now = (await hidden(Buffer.from(whole), places)).toString();
          expect(now).toBe(Buffer.from(hideSecrets(whole, [secret])).toString());
          expect(now).not.toContain(secret.text);
        },
      ),
    );
  });
});
