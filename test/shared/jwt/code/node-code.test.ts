import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMembers } from '../../../../shared/jwt/code/code-value.ts';
import { tallObject } from '../../../../shared/jwt/code/literal.ts';
import { nodeSyntax } from '../../../../shared/jwt/code/node-code.ts';
import { signingCode } from '../../../../shared/jwt/code/signing-code.ts';
import { cozeRecipe, plainRecipe, recipeOf } from './recipes.ts';

const node = (payload: string, header?: string) => signingCode('node', recipeOf(payload, header));

/** The JSON text that the literal stands for; `JSON.rawJSON` gives texts that tell numbers from all others. */
function evaluated(json: string): string {
  const source = tallObject(readMembers(json) ?? [], nodeSyntax, 0);
  return runInNewContext(`stringify((${source}))`, {
    JSON: { rawJSON: (number: string) => `raw ${number}` },
    stringify: JSON.stringify,
  });
}

describe('Node code', () => {
  test('signs a fresh assertion with jose and exchanges it', () => {
    expect(signingCode('node', cozeRecipe)).toBe(`// npm install jose, and save this as sign.mjs
import { createPrivateKey, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SignJWT } from 'jose';

const privateKey = createPrivateKey(await readFile(process.env.COZE_PRIVATE_KEY_FILE));
const now = Math.floor(Date.now() / 1000);

const claims = {
  iss: '1127900106117',
  aud: 'api.coze.cn',
  iat: now,
  exp: now + 600,
  jti: randomBytes(32).toString('base64url'),
  session_name: '小明 😀',
  session_context: { device_info: { device_id: 'd-1' } },
};
const assertion = await new SignJWT(claims)
  .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: '_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4' })
  .sign(privateKey);

const response = await fetch('https://api.coze.cn/api/permission/oauth2/token', {
  method: 'POST',
  headers: { Authorization: \`Bearer \${assertion}\`, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    duration_seconds: 900,
  }),
});
if (!response.ok) throw new Error(\`\${response.status}: \${await response.text()}\`);

// expires_in, beside it, is an absolute Unix time.
const { access_token: accessToken } = await response.json();
console.log(accessToken);
`);
  });

  test('prints the JWT when there is no exchange, and imports only what it uses', () => {
    expect(signingCode('node', plainRecipe)).toBe(`// npm install jose, and save this as sign.mjs
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SignJWT } from 'jose';

const privateKey = createPrivateKey(await readFile(process.env.COZE_PRIVATE_KEY_FILE));

const claims = {
  sub: 'a',
};
const jwt = await new SignJWT(claims)
  .setProtectedHeader({ alg: 'PS256' })
  .sign(privateKey);

console.log(jwt);
`);
  });

  test('numbers that a double would change are raw, and only they', () => {
    const code = node('{"id":9007199254740993,"half":0.50}');
    expect(code).toContain("  id: JSON.rawJSON('9007199254740993'),\n  half: 0.50,\n");
    expect(code).toContain('new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))');
    expect(node('{"id":9007199254740992}')).toContain('  id: 9007199254740992,\n');
    expect(node('{}', '{"alg":"RS256","n":1e400}')).toContain("n: JSON.rawJSON('1e400')");
    expect(node('{}', '{"alg":"RS256","n":1e400}')).toContain('new SignJWT(claims)');
  });

  test('tells jose which critical parameters are known', () => {
    expect(node('{}', '{"alg":"RS256","crit":["a-b"],"a-b":1}')).toContain(
      "  .sign(privateKey, { crit: { 'a-b': true } });\n",
    );
    expect(node('{}', '{"alg":"RS256","crit":["absent"]}')).toBeNull();
    expect(node('{}', '{"alg":"RS256","crit":[]}')).toBeNull();
    expect(node('{}', '{"alg":"RS256","crit":["x","x"],"x":1}')).toBeNull();
  });

  test.each([
    ['{"__proto__":{"constructor":1,"toString":[]}}', '{"__proto__":{"constructor":1,"toString":[]}}'],
    ['{"a-b":1,"class":2,"$_":3,"":4,"é":5}', '{"a-b":1,"class":2,"$_":3,"":4,"é":5}'],
    ['{"a":1,"b":2,"a":3}', '{"a":3,"b":2}'],
    ['{"a":123456789012345678901}', '{"a":"raw 123456789012345678901"}'],
    ['{"a":0.1000000000000000055511151231257827}', '{"a":"raw 0.1000000000000000055511151231257827"}'],
    ['{"a":1.0,"b":1E3,"c":-5}', '{"a":1,"b":1000,"c":-5}'],
    [
      '{"a":"\\ud800 \\u2028 \\u0000 \' ` $\\u007bx} \\\\u0027"}',
      '{"a":"\\ud800 \u2028 \\u0000 \' ` $\u007bx} \\\\u0027"}',
    ],
  ])('%s evaluates to %s', (json, text) => {
    expect(evaluated(json)).toBe(text);
  });

  test('any JSON object evaluates to itself', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'constructor', 'then', '0', "'", '\\', '\u2028', '`$\u007ba}'),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(names, tie('value'), { maxKeys: 6 }),
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(null, true, false),
        fc.string({ unit: 'binary' }),
        fc.string({
          unit: fc.constantFrom("'", '"', '\\', '`', '$', '{', '\n', '\r', '\u2029', '\ud800', 'u'),
        }),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.array(tie('value'), { maxLength: 6 }),
        tie('tree'),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const json = JSON.stringify(value);
        expect(evaluated(json)).toBe(json);
      }),
    );
  });
});
