import { describe, expect, test } from 'vitest';
import { fieldKind, fieldText, jsonOf } from '../../../../renderer/console/request/body-field.ts';
import { readBody } from '../../../../renderer/console/request/body-text.ts';

const shown = (json: string, name = 'a') => fieldText(readBody(json), name);
const of = (type: string, values?: readonly (string | number)[]) => ({
  name: 'a',
  type,
  ...(values === undefined ? {} : { enum: values }),
});

describe('the field of a documented member', () => {
  test('shows ids with every digit, whatever they are written as', () => {
    expect(shown('{"a": 7342866812345678901}')).toEqual({ kind: 'literal', text: '7342866812345678901' });
    expect(shown('{"a": "7342866812345678901"}')).toEqual({ kind: 'string', text: '7342866812345678901' });
  });

  test('tells placeholders, structures, variables and what is not there apart', () => {
    expect(shown('{"a": "<bot_id>"}')).toEqual({ kind: 'placeholder', text: '<bot_id>' });
    expect(shown('{"a": [1, {{b}}]}')).toEqual({ kind: 'structure', text: '[1, {{b}}]' });
    expect(shown('{"a": {{b}}}')).toEqual({ kind: 'literal', text: '{{b}}' });
    expect(shown('{"a": "{{b}}"}')).toEqual({ kind: 'string', text: '{{b}}' });
    expect(shown('{"b": 1}')).toEqual({ kind: 'absent', text: '' });
  });

  test('takes text as text, numbers digit by digit, and nothing else', () => {
    expect(jsonOf(of('string'), '00123 ')).toBe('"00123 "');
    expect(jsonOf(of('integer'), '98765432109876543210')).toBe('98765432109876543210');
    for (const text of ['1.5', '1e3', '01', 'x', '+1']) expect(jsonOf(of('integer'), text)).toBeNull();
    expect(jsonOf(of('number'), '-1.50e3')).toBe('-1.50e3');
    expect(jsonOf(of('number'), '.5')).toBeNull();
    expect(jsonOf(of('boolean'), 'true')).toBe('true');
    expect(jsonOf(of('boolean'), 'yes')).toBeNull();
  });

  test('takes a variable for a value that is no text', () => {
    for (const type of ['integer', 'number', 'boolean', 'object', 'array<string>'])
      expect(jsonOf(of(type), '{{x}}')).toBe('{{x}}');
    expect(jsonOf(of('string'), '{{x}}')).toBe('"{{x}}"');
  });

  test('takes objects and lists only as what they are', () => {
    expect(jsonOf(of('object'), '{"a": {{x}}}')).toBe('{"a": {{x}}}');
    expect(jsonOf(of('object'), '[]')).toBeNull();
    expect(jsonOf(of('array<string>'), '["1"]')).toBe('["1"]');
    expect(jsonOf(of('array<object>'), '[{]')).toBeNull();
  });

  test('takes documented values as the type that they have', () => {
    expect(jsonOf(of('string', ['all', 'draft']), 'draft')).toBe('"draft"');
    expect(jsonOf(of('integer', [6, 2]), '2')).toBe('2');
    expect(fieldKind(of('string', ['1']))).toBe('enum');
  });
});
