import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenInPlaceOf } from '../../../shared/coze/token-in-place.ts';

const token = (id: string, replaces: string | null = null, replacedBy: string | null = null) => ({
  id,
  replaces,
  replacedBy,
});

describe('the token in place of another', () => {
  it('is itself while nothing has renewed it', () => {
    expect(tokenInPlaceOf([token('b'), token('a')], 'a')).toStrictEqual(token('a'));
  });

  it('is the last of those that have renewed it', () => {
    const chain = [token('c', 'b'), token('b', 'a', 'c'), token('a', null, 'b')];
    expect(tokenInPlaceOf(chain, 'a')?.id).toBe('c');
  });

  it('is found when the one that was named, or one between, is gone', () => {
    expect(tokenInPlaceOf([token('b', 'a')], 'a')?.id).toBe('b');
    expect(tokenInPlaceOf([token('c', 'b'), token('a', null, 'b')], 'a')?.id).toBe('c');
  });

  it('is itself again when the one that renewed it was forgotten', () => {
    expect(tokenInPlaceOf([token('a', null, 'b')], 'a')?.id).toBe('a');
  });

  it('is none when all of them are gone', () => {
    expect(tokenInPlaceOf([token('x')], 'a')).toBeNull();
    expect(tokenInPlaceOf([], 'a')).toBeNull();
  });

  it('is found in any tangle, and is one of those that are there', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const link = fc.option(id);
    const tokens = fc.uniqueArray(fc.record({ id, replaces: link, replacedBy: link }), {
      selector: (entry) => entry.id,
    });
    fc.assert(
      fc.property(tokens, id, (held, wanted) => {
        const found = tokenInPlaceOf(held, wanted);
        expect(found === null || held.includes(found)).toBe(true);
        if (held.some((entry) => entry.id === wanted)) expect(found).not.toBeNull();
      }),
    );
  });
});
