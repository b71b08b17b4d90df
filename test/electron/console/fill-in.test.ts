import { expect, test } from 'vitest';
import { fillIn } from '../../../electron/console/fill-in.ts';
import type { ConsoleBody, RunRequest } from '../../../shared/console-run.ts';

const values: Readonly<Record<string, string>> = {
  type: 'image/png',
  name: 'a "b".png',
  quote: 'say "x"',
  half: 'a\ud800',
};

const request: RunRequest = {
  source: { kind: 'none', appId: 'a1' },
  endpointId: null,
  method: 'POST',
  target: { kind: 'region', path: '/x' },
  query: [],
  headers: [],
  body: { kind: 'none' },
  variableSetId: null,
};

const fill = (name: string) => values[name] ?? '';

function filled(body: ConsoleBody): ConsoleBody {
  return fillIn({ ...request, body }, fill).body;
}

test.each([
  ['{{name}}', 'a "b".png'],
  ['{{type}}/{{type}}', 'image/png/image%2Fpng'],
  ['https://{{name}}:{{name}}?{{name}}', 'https://a "b".png:a "b".png?a%20%22b%22.png'],
  ['{{name}}://x/{{half}}', 'a "b".png://x/a%EF%BF%BD'],
])('in the URL %s what stands behind the origin is encoded', (url, expected) => {
  const { target } = fillIn({ ...request, target: { kind: 'url', url, withToken: false } }, fill);
  expect(target).toMatchObject({ url: expected });
});

test('the type of a part and the name of its file are filled in, and a JSON part as JSON needs it', () => {
  expect(
    filled({
      kind: 'form',
      parts: [
        { name: 'f', fileId: 'f1', contentType: '{{type}}', fileName: '{{name}}' },
        { name: 'j', text: '{"a":"{{quote}}"}', contentType: 'application/json' },
        { name: 't', text: '{"a":"{{quote}}"}' },
      ],
    }),
  ).toEqual({
    kind: 'form',
    parts: [
      { name: 'f', fileId: 'f1', contentType: 'image/png', fileName: 'a "b".png' },
      { name: 'j', text: '{"a":"say \\"x\\""}', contentType: 'application/json' },
      { name: 't', text: '{"a":"say "x""}' },
    ],
  });
});

test('half a surrogate pair is sent as the replacement character', () => {
  const contentType = 'application/x-www-form-urlencoded';
  expect(filled({ kind: 'text', text: 'a={{half}}', contentType })).toEqual({
    kind: 'text',
    text: 'a=a%EF%BF%BD',
    contentType,
  });
});
