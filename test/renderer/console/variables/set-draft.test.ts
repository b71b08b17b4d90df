import { describe, expect, test } from 'vitest';
import {
  canSave,
  draftOfSet,
  emptySet,
  nameProblem,
  type SetDraft,
  savedSet,
  withSecret,
} from '../../../../renderer/console/variables/set-draft.ts';

const set = {
  id: 's1',
  name: 'Staging',
  variables: [
    { name: 'bot_id', value: '7342866812345678901', secret: false },
    { name: 'password', value: null, secret: true },
  ],
};

describe('a set of variables that is edited', () => {
  test('keeps secrets that nobody typed anew', () => {
    expect(savedSet(draftOfSet(set))).toEqual({ set, secrets: [] });
  });

  test('gives secret values apart from the set', () => {
    const draft = draftOfSet(set);
    const typed = { ...draft, rows: draft.rows.map((row) => (row.secret ? { ...row, value: 'new' } : row)) };
    expect(savedSet(typed)).toEqual({ set, secrets: [{ name: 'password', value: 'new' }] });
  });

  test('does not show a value that was secret', () => {
    const [, secret] = draftOfSet(set).rows;
    expect(secret && withSecret(secret, false)).toMatchObject({ secret: false, value: '' });
  });

  test('needs a name, and names that stand once and can be written between braces', () => {
    const draft = (names: readonly string[]): SetDraft => ({
      ...emptySet('s'),
      name: 'x',
      rows: names.map((name, index) => ({ id: index + 1, name, value: '1', secret: false })),
    });
    expect(canSave(emptySet('s'))).toBe(false);
    expect(canSave(draft(['a', '中文', 'b.c-d']))).toBe(true);
    const wrong = draft(['a', 'a', '1a', 'a b', '']);
    expect(wrong.rows.map((row) => nameProblem(wrong, row))).toEqual([
      null,
      'twice',
      'badName',
      'badName',
      'badName',
    ]);
    expect(savedSet(draft(['', 'a'])).set.variables.map(({ name }) => name)).toEqual(['a']);
  });
});
