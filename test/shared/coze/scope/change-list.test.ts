import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToList, changeList, removeFromList } from '../../../../shared/coze/scope/change-list.ts';
import { readScope } from '../../../../shared/coze/scope/read-scope.ts';

const documented = `{
  "account_permission": {
    "permission_list": [
      "Connector.botChat"
    ]
  },
  "attribute_constraint": {
    "connector_bot_chat_attribute": {
      "bot_id_list": [
        "7342866812345678901"
      ]
    }
  }
}`;

describe('a list of a scope', () => {
  it('begins a scope where there is none, laid out', () => {
    expect(addToList('', 'permissions', ['Connector.botChat'])).toBe(
      '{\n  "account_permission": {\n    "permission_list": [\n      "Connector.botChat"\n    ]\n  }\n}',
    );
  });

  it('grows at its end and leaves all else as it is', () => {
    const text = '{"x":7342866812345678901,"account_permission":{"permission_list":["a" , "b"],"y":1.50}}';
    expect(addToList(text, 'permissions', ['b', 'c'])).toBe(
      '{"x":7342866812345678901,"account_permission":{"permission_list":["a" , "b" , "c"],"y":1.50}}',
    );
  });

  it('keeps what stands in it as it is written', () => {
    const text =
      '{"attribute_constraint":{"connector_bot_chat_attribute":{"bot_id_list":[7342866812345678901]}}}';
    expect(addToList(text, 'bots', ['7342866812345678901'])).toBe(text);
    expect(addToList(text, 'bots', ['1'])).toContain('[7342866812345678901, "1"]');
  });

  it('goes with the objects that held nothing else when it gets empty', () => {
    expect(removeFromList(documented, 'bots', new Set(['7342866812345678901']))).toBe(
      '{\n  "account_permission": {\n    "permission_list": [\n      "Connector.botChat"\n    ]\n  }\n}',
    );
    const withMore = '{"attribute_constraint":{"connector_bot_chat_attribute":{"bot_id_list":["1"]},"x":1}}';
    expect(removeFromList(withMore, 'bots', new Set(['1']))).toBe('{"attribute_constraint":{"x":1}}');
  });

  it('leaves an empty object, and not no scope, when the last permission goes: no scope grants everything', () => {
    expect(
      removeFromList('{"account_permission":{"permission_list":["a"]}}', 'permissions', new Set(['a'])),
    ).toBe('{}');
  });

  it('takes the place of null, there or on the way', () => {
    expect(addToList('{"attribute_constraint":null}', 'bots', ['1'])).toBe(
      '{"attribute_constraint":{"connector_bot_chat_attribute":{"bot_id_list":["1"]}}}',
    );
    expect(addToList('{"account_permission":{"permission_list":null}}', 'permissions', ['a'])).toBe(
      '{"account_permission":{"permission_list":["a"]}}',
    );
  });

  it.each([
    '{"account_permission":',
    '[]',
    '{"account_permission":"x"}',
    '{"account_permission":{"permission_list":{}}}',
  ])('leaves %s alone', (text) => {
    expect(changeList(text, 'permissions', ['"a"'])).toBe(text);
  });

  it('says again what was put in, among any other members', () => {
    const json = fc.json({ maxDepth: 2 });
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), json),
        fc.uniqueArray(fc.string(), { minLength: 1 }),
        (others, ids) => {
          const { account_permission: _, attribute_constraint: __, ...rest } = others;
          const text = `{${Object.entries(rest).map(([name, value]) => `${JSON.stringify(name)}:${value}`)}}`;
          const filled = addToList(addToList(text, 'bots', ids), 'permissions', ids);
          const reading = readScope(filled);
          expect([reading.bots, reading.permissions]).toEqual([ids, ids]);
          const emptied = removeFromList(
            removeFromList(filled, 'bots', new Set(ids)),
            'permissions',
            new Set(ids),
          );
          expect(JSON.parse(emptied)).toEqual(JSON.parse(text));
        },
      ),
    );
  });
});
