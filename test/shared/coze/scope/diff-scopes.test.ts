import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffScopes } from '../../../../shared/coze/scope/diff-scopes.ts';

describe('two scopes', () => {
  it('differ in the entries that only one of them has, whatever the order', () => {
    expect(diffScopes('{"a":{"l":["1","2","3"]}}', '{"a":{"l":["3","4","1"]}}')).toEqual({
      differences: [
        { path: '/a/l', left: '2', right: null },
        { path: '/a/l', left: null, right: '4' },
      ],
      common: 2,
    });
  });

  it('differ in values, with every digit', () => {
    expect(diffScopes('{"x":9007199254740993,"y":true}', '{"x":9007199254740992,"y":true}')).toEqual({
      differences: [{ path: '/x', left: '9007199254740993', right: '9007199254740992' }],
      common: 1,
    });
    expect(diffScopes('{"l":[7]}', '{"l":["7"]}')?.differences).toHaveLength(1);
  });

  it('differ in everything when one of them is none', () => {
    expect(diffScopes('', '{"a":{"l":["1","2"],"m":{}}}')).toEqual({
      differences: [
        { path: '/a/l', left: null, right: '1' },
        { path: '/a/l', left: null, right: '2' },
        { path: '/a/m', left: null, right: '{}' },
      ],
      common: 0,
    });
    expect(diffScopes('', '')).toEqual({ differences: [], common: 0 });
  });

  it('cannot be compared when one cannot be read', () => {
    expect(diffScopes('{', '{}')).toBeNull();
    expect(diffScopes('{}', '[]')).toBeNull();
  });

  it('are the same as themselves', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        expect(diffScopes(text, JSON.stringify(value, null, 2))?.differences).toEqual([]);
      }),
    );
  });
});
