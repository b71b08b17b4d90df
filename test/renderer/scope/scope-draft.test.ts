import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameJson, presetOf } from '../../../renderer/app/preset-of.ts';
import {
  draftOf,
  exampleScope,
  isLocked,
  textOfScope,
  withText,
} from '../../../renderer/scope/scope-draft.ts';
import { lintScope } from '../../../shared/coze/scope/lint-scope.ts';
import { scopeSchema } from '../../../shared/coze/scope.ts';

describe('the draft of a scope', () => {
  it('keeps what the form shows while the JSON is broken, and the broken JSON as it was typed', () => {
    const broken = withText(draftOf('{"a":1}'), '{"a":1,}');
    expect(broken).toEqual({ text: '{"a":1,}', readable: '{"a":1}', presetId: null });
    expect(isLocked(broken)).toBe(true);
  });

  it('becomes no scope when the text is cleared', () => {
    const none = withText(draftOf('{"a":1}', 'p'), ' \n');
    expect(none).toEqual({ text: ' \n', readable: '', presetId: 'p' });
    expect(isLocked(none)).toBe(false);
  });

  it('shows always what was readable last', () => {
    const step = fc.constantFrom('', '{', '{}', '[]', '{"a":1}', '{"b":7342866812345678901}');
    fc.assert(
      fc.property(fc.array(step), (texts) => {
        const draft = texts.reduce(withText, draftOf(''));
        const last = texts.findLast((text) => text === '' || text === '{}' || text.startsWith('{"')) ?? '';
        expect(draft.readable).toBe(last);
      }),
    );
  });

  it('can begin with the documented example, which has its shape', () => {
    expect(scopeSchema.safeParse(JSON.parse(exampleScope)).success).toBe(true);
    expect(lintScope(exampleScope, true).map(({ code }) => code)).toEqual(['id-not-digits']);
    expect(textOfScope(null)).toBe('');
    expect(textOfScope({ x: 1 })).toBe('{\n  "x": 1\n}');
  });
});

describe('a preset', () => {
  it('is found by what it says, whatever its white space', () => {
    const presets = [
      { id: '1', name: 'a', scope: '{"x":7342866812345678901}' },
      { id: '2', name: 'b', scope: '{"x":7342866812345678902}' },
    ];
    expect(presetOf('{ "x" : 7342866812345678902 }', presets)?.id).toBe('2');
    expect(presetOf('{ "x" : 7342866812345678903 }', presets)).toBeNull();
    expect(presetOf('', presets)).toBeNull();
    expect(isSameJson('{', '{ ')).toBe(false);
  });
});
