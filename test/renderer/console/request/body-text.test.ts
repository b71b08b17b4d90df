import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeBodyMember,
  formatBody,
  markBareVariables,
  placeholdersIn,
  readBody,
  unmarkBareVariables,
} from '../../../../renderer/console/request/body-text.ts';

describe('the text of a JSON body', () => {
  test('is read with variables that stand for whole values', () => {
    const text = '{"n": {{count}}, "s": "{{name}}", "o": {{ spaced }}}';
    const reading = readBody(text);
    expect(reading.isObject).toBe(true);
    expect(reading.text.length).toBe(text.length);
    expect(unmarkBareVariables(reading.text)).toBe(text);
  });

  test('leaves braces in strings alone, escaped quotes among them', () => {
    const text = String.raw`{"a": "say \"{{x}}\" twice"}`;
    expect(markBareVariables(text)).toBe(text);
  });

  test('says where it is no JSON', () => {
    expect(readBody('{"a": 1,\n  "b": }').error).toMatchObject({ line: 2, column: 8 });
    expect(readBody('[1]')).toMatchObject({ error: null, isObject: false });
  });

  test('changes one member and keeps digits, order, white space and unknown members', () => {
    const text = '{"bot_id":7342866812345678901,"z":{"k":1.10},"n":{{count}}}';
    expect(changeBodyMember(text, 'n', '5')).toBe('{"bot_id":7342866812345678901,"z":{"k":1.10},"n":5}');
    expect(changeBodyMember(text, 'new', '{{x}}')).toBe(
      '{"bot_id":7342866812345678901,"z":{"k":1.10},"n":{{count}},"new":{{x}}}',
    );
    expect(changeBodyMember(text, 'z', null)).toBe('{"bot_id":7342866812345678901,"n":{{count}}}');
  });

  test('stays as it is while it cannot be read', () => {
    expect(changeBodyMember('{"a": ', 'a', '1')).toBe('{"a": ');
  });

  test('is laid out with its variables', () => {
    expect(formatBody('{"a":{{x}},"b":"{{y}}"}')).toBe('{\n  "a": {{x}},\n  "b": "{{y}}"\n}');
  });

  test('names the placeholders of an example, each once', () => {
    expect(placeholdersIn('{"a":"<bot_id>","b":["<bot_id>","<json string>"],"c":"a <b> c"}')).toEqual([
      '<bot_id>',
      '<json string>',
    ]);
  });

  test('comes back from being marked, whatever stands in it', () => {
    const piece = fc.oneof(
      fc.constantFrom('{{a}}', '"', '\\', '{', '}', '{{', '}}', '{{ b.c }}', ':', ',', ' '),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('').replace(/[\uE0F1\uE0F2]/g, '');
        const marked = markBareVariables(text);
        expect(marked.length).toBe(text.length);
        expect(unmarkBareVariables(marked)).toBe(text);
      }),
    );
  });
});
