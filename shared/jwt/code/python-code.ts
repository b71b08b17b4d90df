import { type CodeValue, someValue, valueNamed } from './code-value.ts';
import { hex, quoteText, type TextSyntax } from './escape-text.ts';
import { type LiteralSyntax, momentFromNow, tallObject } from './literal.ts';
import { isIntegerSource } from './number-source.ts';
import { headerWithout, type ReadExchange, type ReadRecipe } from './read-recipe.ts';

const text: TextSyntax = {
  quote: '"',
  named: { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' },
  coded: (codePoint) => (codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`),
};

/** JSON as Python writes it. */
export const pythonSyntax: LiteralSyntax = {
  text: (value) => quoteText(value, text),
  number: (source) => source,
  words: { true: 'True', false: 'False', null: 'None' },
  moment: momentFromNow,
  random: 'secrets.token_urlsafe(32)',
  name: (name) => quoteText(name, text),
  nameEnd: ': ',
  object: { open: '{', close: '}' },
  array: { open: '[', close: ']' },
  padding: '',
  lastComma: ',',
  indent: '    ',
};

/** A number that Python would not read or not write as JSON again: it reads no integer of more digits (sys.int_info.default_max_str_digits), and writes `Infinity` as JSON. */
export function isBeyondPython(value: CodeValue): boolean {
  if (value.kind !== 'number') return false;
  if (isIntegerSource(value.source)) return value.source.replace('-', '').length > 4300;
  return !Number.isFinite(Number(value.source));
}

/** PyJWT adds `typ: "JWT"` unless it is given, and leaves out one that Python takes for false. */
function isFalsy(value: CodeValue): boolean {
  switch (value.kind) {
    case 'text':
      return value.text === '';
    case 'number':
      return Number(value.source) === 0;
    case 'array':
      return value.items.length === 0;
    case 'object':
      return value.members.length === 0;
    default:
      return value.kind === 'word' && value.word !== 'true';
  }
}

function signing({ algorithm, header, claims }: ReadRecipe, name: string): string {
  const typ = valueNamed(header, 'typ');
  const untyped = { name: 'typ', value: { kind: 'word', word: 'null' } } as const;
  const given = [...(typ === null ? [untyped] : []), ...headerWithout(header, ['alg'])];
  return `claims = ${tallObject(claims, pythonSyntax, 0)}
${name} = jwt.encode(
    claims,
    private_key,
    algorithm="${algorithm}",
    headers=${tallObject(given, pythonSyntax, 1)},
)
`;
}

function exchanging({ url, body }: ReadExchange): string {
  return `
response = requests.post(
    ${pythonSyntax.text(url)},
    headers={"Authorization": f"Bearer {assertion}"},
    json=${tallObject(body, pythonSyntax, 1)},
    timeout=30,
)
if not response.ok:
    raise RuntimeError(f"{response.status_code}: {response.text}")

# "expires_in", beside it, is an absolute Unix time.
print(response.json()["access_token"])
`;
}

/** What `jwt.encode` refuses, the latter since PyJWT 2.10: a `kid` and an `iss` that are no text. */
function isRefused({ header, claims }: ReadRecipe): boolean {
  return [valueNamed(header, 'kid'), valueNamed(claims, 'iss')].some(
    (value) => value !== null && value.kind !== 'text',
  );
}

/** A Python 3 program that signs with PyJWT and sends with requests. */
export function pythonCode(recipe: ReadRecipe): string | null {
  const { header, claims, exchange } = recipe;
  if ([header, claims, exchange?.body ?? []].some((members) => someValue(members, isBeyondPython)))
    return null;
  const typ = valueNamed(header, 'typ');
  if ((typ !== null && isFalsy(typ)) || isRefused(recipe)) return null;

  const random = claims.some(({ value }) => value.kind === 'random');
  const timed = claims.some(({ value }) => value.kind === 'moment');
  const lines = [
    `# pip install "pyjwt[crypto]"${exchange === null ? '' : ' requests'}`,
    'import os',
    ...(random ? ['import secrets'] : []),
    ...(timed ? ['import time'] : []),
    'from pathlib import Path',
    '',
    'import jwt',
    ...(exchange === null ? [] : ['import requests']),
    '',
    'private_key = Path(os.environ["COZE_PRIVATE_KEY_FILE"]).read_bytes()',
    ...(timed ? ['now = int(time.time())'] : []),
    '',
  ];
  const end = exchange === null ? '\nprint(token)\n' : exchanging(exchange);
  return `${lines.join('\n')}\n${signing(recipe, exchange === null ? 'token' : 'assertion')}${end}`;
}
