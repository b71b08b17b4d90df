import { afterEach, expect, test } from 'vitest';
import {
  discardLastRefused,
  discardRefused,
  noteRefused,
  refusedNames,
  useRefusedFields,
} from '../../../../renderer/console/request/refused-fields.ts';

afterEach(() => useRefusedFields.setState({ fields: [] }));

test('fields with refused text are known until they are right or gone', () => {
  const gone: string[] = [];
  const forgets = ['speed', 'volume'].map((name) => noteRefused({ name, discard: () => gone.push(name) }));
  expect(refusedNames()).toEqual(['speed', 'volume']);
  expect(discardLastRefused()).toBe(true);
  discardRefused();
  expect(gone).toEqual(['volume', 'speed', 'volume']);
  for (const forget of forgets) forget();
  expect(refusedNames()).toEqual([]);
  expect(discardLastRefused()).toBe(false);
});
