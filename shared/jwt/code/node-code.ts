import { type CodeMember, type CodeValue, someValue, valueNamed } from './code-value.ts';
import { hex, quoteText, type TextSyntax } from './escape-text.ts';
import { type LiteralSyntax, literal, momentFromNow, tallObject } from './literal.ts';
import { survivesDouble } from './number-source.ts';
import type { ReadExchange, ReadRecipe } from './read-recipe.ts';

const text: TextSyntax = {
  quote: "'",
  named: { "'": "\\'", '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' },
  coded: (codePoint) => (codePoint > 0xffff ? `\\u{${hex(codePoint, 0)}}` : `\\u${hex(codePoint, 4)}`),
};

function propertyName(name: string): string {
  // In a literal, a plain `__proto__` would set the prototype (ECMA-262 §B.3.1).
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoteText(name, text);
}

/** JSON as JavaScript writes it; `JSON.rawJSON` carries numbers that a double would change. */
export const nodeSyntax: LiteralSyntax = {
  text: (value) => quoteText(value, text),
  number: (source) => (survivesDouble(source) ? source : `JSON.rawJSON('${source}')`),
  words: { true: 'true', false: 'false', null: 'null' },
  moment: momentFromNow,
  random: "randomBytes(32).toString('base64url')",
  name: propertyName,
  nameEnd: ': ',
  object: { open: '{', close: '}' },
  array: { open: '[', close: ']' },
  padding: ' ',
  lastComma: ',',
  indent: '  ',
};

function isRaw(value: CodeValue): boolean {
  return value.kind === 'number' && !survivesDouble(value.source);
}

/** The parameters that `crit` names, for jose to be told that they are known (RFC 7515 §4.1.11); null for a bad `crit`. */
function criticalNames(header: readonly CodeMember[]): readonly string[] | null {
  const crit = valueNamed(header, 'crit');
  if (crit === null) return [];
  if (crit.kind !== 'array' || crit.items.length === 0) return null;
  const names = crit.items.map((item) => (item.kind === 'text' ? item.text : ''));
  if (new Set(names).size !== names.length) return null;
  return names.every((name) => name !== '' && valueNamed(header, name) !== null) ? names : null;
}

function signing({ header, claims }: ReadRecipe, name: string, critical: readonly string[]): string {
  const raw = someValue(claims, isRaw);
  const options: CodeValue = {
    kind: 'object',
    members: critical.map((parameter) => ({ name: parameter, value: { kind: 'word', word: 'true' } })),
  };
  const known = critical.length === 0 ? '' : `, { crit: ${literal(options, nodeSyntax, 1)} }`;
  const start = raw
    ? 'new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))'
    : 'new SignJWT(claims)';
  return `const claims = ${tallObject(claims, nodeSyntax, 0)};
const ${name} = await ${start}
  .setProtectedHeader(${literal({ kind: 'object', members: header }, nodeSyntax, 1)})
  .sign(privateKey${known});
`;
}

function exchanging({ url, body }: ReadExchange): string {
  return `
const response = await fetch(${nodeSyntax.text(url)}, {
  method: 'POST',
  headers: { Authorization: \`Bearer \${assertion}\`, 'Content-Type': 'application/json' },
  body: JSON.stringify(${tallObject(body, nodeSyntax, 1)}),
});
if (!response.ok) throw new Error(\`\${response.status}: \${await response.text()}\`);

// expires_in, beside it, is an absolute Unix time.
const { access_token: accessToken } = await response.json();
console.log(accessToken);
`;
}

/** A module for Node that signs with jose and sends with the built-in `fetch`. */
export function nodeCode(recipe: ReadRecipe): string | null {
  const { header, claims, exchange } = recipe;
  const critical = criticalNames(header);
  if (critical === null) return null;

  const random = claims.some(({ value }) => value.kind === 'random');
  const timed = claims.some(({ value }) => value.kind === 'moment');
  const raw = [header, claims, exchange?.body ?? []].some((members) => someValue(members, isRaw));
  const lines = [
    '// npm install jose, and save this as sign.mjs',
    ...(raw
      ? ['// JSON.rawJSON keeps numbers exact that JavaScript would round; it needs Node 22 or newer.']
      : []),
    `import { createPrivateKey${random ? ', randomBytes' : ''} } from 'node:crypto';`,
    "import { readFile } from 'node:fs/promises';",
    `import { ${someValue(claims, isRaw) ? 'CompactSign' : 'SignJWT'} } from 'jose';`,
    '',
    'const privateKey = createPrivateKey(await readFile(process.env.COZE_PRIVATE_KEY_FILE));',
    ...(timed ? ['const now = Math.floor(Date.now() / 1000);'] : []),
    '',
  ];
  const name = exchange === null ? 'jwt' : 'assertion';
  const end = exchange === null ? '\nconsole.log(jwt);\n' : exchanging(exchange);
  return `${lines.join('\n')}\n${signing(recipe, name, critical)}${end}`;
}
