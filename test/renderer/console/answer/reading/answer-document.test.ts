import { describe, expect, test } from 'vitest';
import {
  type AnswerDocument,
  createAnswerDocument,
} from '../../../../../renderer/console/answer/reading/answer-document.ts';

function documentOf(text: string, isJson = true): AnswerDocument {
  const bytes = new TextEncoder().encode(text);
  const opened = createAnswerDocument({ address: '', bytes: bytes.length, charset: 'utf-8', isJson });
  opened.take(bytes, bytes.length, true);
  return opened;
}

const rows = (opened: AnswerDocument) =>
  opened.answers
    .rows({ from: 0, to: 100 })
    .map(
      ({ level, key, ordinal, path, text }) => `${'  '.repeat(level)}${path ?? key ?? ordinal ?? ''} ${text}`,
    );

describe('createAnswerDocument', () => {
  test('shows rows with every digit, unseen characters made visible', () => {
    const opened = documentOf('{"id":9223372036854775807,"t":"a\\u202eb\\u4f60\\n\\"","l":[]}');
    expect(rows(opened)).toEqual([
      ' {"id":9223372036854775807,"t":"a\\u202eb你\\n\\"","l":[]}',
      '  id 9223372036854775807',
      '  t "a\\u202eb你\\n\\""',
      '  l []',
    ]);
  });

  test('opens JSON in a string in place, and names the way into it', () => {
    const opened = documentOf('{"data":"{\\"output\\":{\\"id\\":7348293847239847239}}","n":1}');
    expect(opened.answers.rows({ from: 1, to: 2 })[0]).toMatchObject({
      holdsJson: true,
      canOpen: true,
      isOpen: false,
    });
    opened.answers.toggle({ place: 1 });
    opened.answers.toggle({ place: 2 });
    expect(rows(opened).slice(2, 4)).toEqual([
      '    output {"id":7348293847239847239}',
      '      id 7348293847239847239',
    ]);
    expect(opened.answers.copy({ place: 3, what: 'path' }).text).toBe('$.data → $.output.id');
    expect(opened.answers.copy({ place: 3, what: 'value' }).text).toBe('7348293847239847239');
    expect(opened.answers.around({ place: 3 })).toBe(2);
    opened.answers.toggle({ place: 1 });
    expect(opened.state().rows).toBe(3);
  });

  test('shows the lines of a text that is still coming, and of a long one not for each piece', () => {
    const bytes = new TextEncoder().encode('one\ntwo\nthree\n'.repeat(400_000));
    const opened = createAnswerDocument({
      address: '',
      bytes: 4,
      isWhole: false,
      charset: 'utf-8',
      isJson: false,
    });
    opened.take(bytes, 4, false);
    expect(opened.state()).toMatchObject({ isComplete: false, lines: 1, version: 1 });
    opened.take(bytes, 8, false);
    expect(opened.state()).toMatchObject({ lines: 2, version: 2 });
    expect(opened.answers.lines({ from: 1, to: 9 })).toEqual([{ number: 2, text: 'two' }]);
    opened.take(bytes, 4_200_000, false);
    const { lines } = opened.state();
    opened.take(bytes, 4_300_000, false);
    expect(opened.state()).toMatchObject({ lines, version: 3 });
    opened.take(bytes, bytes.length, true);
    expect(opened.state()).toMatchObject({ isComplete: true, lines: 1_200_000, version: 4 });
  });

  test('takes text that only looks like JSON for text', () => {
    expect(documentOf('{"a":"[not json]"}').answers.rows({ from: 1, to: 2 })[0]).toMatchObject({
      holdsJson: false,
      canOpen: false,
    });
  });

  test('filters by JSONPath, says where a path is broken, and shows all again', () => {
    const opened = documentOf('{"items":[{"id":1},{"id":2}]}');
    expect(opened.answers.filter({ path: '$.items[?@.id > 1]' })).toEqual({ ok: true, count: 1 });
    expect(rows(opened)).toEqual(['$.items[1] {"id":2}', '  id 2']);
    expect(opened.answers.filter({ path: '$.items[' })).toEqual({ ok: false, at: 8 });
    expect(opened.answers.matches(null)).toEqual({ text: '[]' });
    expect(opened.answers.filter({ path: null })).toEqual({ ok: true, count: 0 });
    expect(opened.state().rows).toBe(6);
  });

  test('gives what a JSONPath selects as JSON, digit by digit', () => {
    const opened = documentOf('{"a":[{"b":7501234567890123456},{"b":"x\\u0041"},{"b":{"c":1.50}}]}');
    opened.answers.filter({ path: '$.a[*].b' });
    expect(opened.answers.matches(null)).toEqual({
      text: '[\n  7501234567890123456,\n  "x\\u0041",\n  {\n    "c": 1.50\n  }\n]',
    });
    const long = documentOf(`["${'x'.repeat(1_000_000)}","${'y'.repeat(1_000_000)}"]`);
    long.answers.filter({ path: '$[*]' });
    expect(long.answers.matches(null)).toEqual({ text: null });
  });

  test('finds, and leads to each hit through what is folded', () => {
    const opened = documentOf('{"a":{"b":[1,{"c":"here"}]},"d":"HERE"}');
    opened.answers.openTo({ level: 0 });
    expect(opened.answers.search({ query: 'here', in: 'tree' })).toEqual({ count: 2 });
    expect(opened.answers.hit({ number: 0, in: 'tree' })).toBe(5);
    expect(opened.answers.hit({ number: 1, in: 'tree' })).toBe(6);
    expect(opened.answers.hit({ number: 2, in: 'tree' })).toBeNull();
  });

  test('tells the place of what is no JSON in characters, and gives the text all the same', () => {
    const opened = documentOf('{"好":1,\n "b": tru }');
    expect(opened.state().fault).toEqual({ code: 'invalid-symbol', line: 2, column: 7, row: 1 });
    expect(opened.answers.lines({ from: 0, to: 9 })).toEqual([
      { number: 1, text: '{"好":1,' },
      { number: 2, text: ' "b": tru }' },
    ]);
    expect(rows(opened)[1]).toBe('  好 1');
  });

  test('lays a short text out and refuses a long one', () => {
    const opened = documentOf('{"a":[1]}');
    expect(opened.answers.whole({ most: 100 }).text).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(opened.answers.whole({ most: 5 }).text).toBeNull();
  });

  test('names the ids of an answer', () => {
    const opened = documentOf(
      '{"data":{"id":"7401","conversation_id":7348293847239847239,"name":"x"},"execute_id":"0"}',
    );
    expect(opened.answers.ids(null)).toEqual([
      { name: 'data.id', value: '7401' },
      { name: 'conversation_id', value: '7348293847239847239' },
    ]);
  });

  test('searches plain text and leads to the line', () => {
    const opened = documentOf('one\ntwo\nthree two', false);
    expect(opened.answers.search({ query: 'TWO', in: 'text' })).toEqual({ count: 2 });
    expect(opened.answers.hit({ number: 1, in: 'text' })).toBe(2);
  });
});
