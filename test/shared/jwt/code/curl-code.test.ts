import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signingCode } from '../../../../shared/jwt/code/signing-code.ts';
import { cozeRecipe, plainRecipe } from './recipes.ts';

const bodyOf = (body: string) =>
  signingCode('curl', { ...cozeRecipe, exchange: { url: 'https://api.coze.cn/t', body } });

/** The words of a POSIX shell command that quotes with `'` and `\'` only; throws at anything else. */
function shellWords(command: string): readonly string[] {
  const words: string[] = [];
  const token = /(?:'[^']*'|\\'|[\w-])+|\\\n|[ \n]+/gy;
  while (token.lastIndex < command.length) {
    const found = token.exec(command)?.[0];
    if (found === undefined) throw new Error(`not a plain word at ${token.lastIndex}`);
    if (!/^(\\\n|\s)/.test(found)) words.push(found.replace(/'([^']*)'|\\'/g, (_, inside) => inside ?? "'"));
  }
  return words;
}

describe('the curl command', () => {
  test('sends the signed assertion to be exchanged', () => {
    expect(signingCode('curl', cozeRecipe)).toBe(`curl 'https://api.coze.cn/api/permission/oauth2/token' \\
  -H 'Authorization: Bearer eyJh.eyJp.c2ln' \\
  -H 'Content-Type: application/json' \\
  --data-raw '{"grant_type":"urn:ietf:params:oauth:grant-type:jwt-bearer","duration_seconds":900}'
`);
  });

  test('takes the JWT from the shell when there is none yet', () => {
    expect(signingCode('curl', plainRecipe)).toBe(`curl 'https://api.example.com/' \\
  -H "Authorization: Bearer $JWT"
`);
  });

  test('keeps quotes, dollars and line ends of the body inside the word', () => {
    expect(bodyOf(`{"a":"it's $(id) \\\\ \`id\` \\n"}`)).toContain(
      `--data-raw '{"a":"it'\\''s $(id) \\\\ \`id\` \\n"}'\n`,
    );
  });

  test('whatever the body says, the command has the same words', () => {
    const unit = fc.constantFrom("'", '"', '\\', '$', '`', '\n', '!', ';', '(', '*', '扣', '😀');
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit }), fc.string({ unit })), (value) => {
        expect(shellWords(bodyOf(JSON.stringify(value)) ?? '')).toEqual([
          'curl',
          'https://api.coze.cn/t',
          '-H',
          'Authorization: Bearer eyJh.eyJp.c2ln',
          '-H',
          'Content-Type: application/json',
          '--data-raw',
          JSON.stringify(value),
        ]);
      }),
    );
  });

  test('there is none when an argument would be longer than Linux takes', () => {
    expect(bodyOf(`{"a":"${'x'.repeat(131_000)}"}`)).toBeNull();
    expect(bodyOf(`{"a":"${'扣'.repeat(44_000)}"}`)).toBeNull();
    expect(bodyOf(`{"a":"${'x'.repeat(130_000)}"}`)).not.toBeNull();
  });
});
