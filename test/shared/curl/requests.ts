import fc from 'fast-check';
import type { FormPart, HttpBody, HttpRequest, Pair } from '../../../shared/curl/http-request.ts';
import { httpMethods } from '../../../shared/http-methods.ts';

const unit = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'\'"\\`$%^&|<>()!;#@=,{}[]~*?: \t\n', '扣', '😀', '“', '’') },
  { weight: 2, arbitrary: fc.constantFrom(...'abXY019-_./') },
);

/** Text full of what shells, curl and URLs give a meaning to. */
export const anyText = fc.string({ unit, maxLength: 24 });

const visible = anyText.map((text) => text.replace(/[\n\t]/g, '').trim());
const name = fc
  .stringMatching(/^X-[A-Za-z0-9]{1,8}$/)
  .filter((text) => !/token|secret|key|password|sign/i.test(text));
const pair = fc.tuple(anyText, anyText).filter(([first, second]) => first + second !== '' && first !== '');
const header = fc.tuple(name, visible) satisfies fc.Arbitrary<Pair>;

const partName = anyText.map((text) => text.replace(/[=\n]/g, '')).filter((text) => text !== '');
const path = fc.constantFrom('/a b/c.txt', 'C:\\a\\b.wav', "./it's;1,2.mp3", '“x”.txt', '/%TEMP%/^a.bin');
const type = fc.constantFrom(null, 'text/plain', 'audio/wav', 'text/csv; charset=utf-8');

const part: fc.Arbitrary<FormPart> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), name: partName, text: anyText, contentType: type }),
  fc.record({
    kind: fc.constant('file' as const),
    name: partName,
    path,
    fileName: fc.option(anyText.map((text) => text.replaceAll('\n', ''))),
    contentType: type,
  }),
);

const body: fc.Arbitrary<HttpBody | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    kind: fc.constant('json' as const),
    text: fc.oneof(fc.json({ stringUnit: unit }), anyText),
    contentType: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'application/x+json'),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    text: anyText,
    contentType: fc.constantFrom(null, 'text/plain', 'application/x-www-form-urlencoded'),
  }),
  fc.record({ kind: fc.constant('form' as const), parts: fc.array(part, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('file' as const),
    path,
    contentType: fc.constantFrom(null, 'application/octet-stream'),
  }),
);

/** Any request that a command line can carry. */
export const anyRequest: fc.Arbitrary<HttpRequest> = fc.record({
  method: fc.constantFrom(...httpMethods),
  origin: fc.constantFrom('https://api.coze.cn', 'https://api.coze.com', 'http://127.0.0.1:8080'),
  path: fc.constantFrom('/', '/v1/bots/7342%20866', '/a%25b/[1-3]/x,y', '/v3/chat'),
  query: fc.array(pair, { maxLength: 3 }),
  headers: fc.array(header, { maxLength: 3 }),
  body,
});
