import { expect, test } from 'vitest';
import { quoteWord } from '../../../shared/curl/quote-word.ts';
import { isSoon } from '../../fixtures/is-soon.ts';

test('backslashes before nothing special are quoted soon, however many', () => {
  const text = `${'\\'.repeat(100_000)}b`;
  const work = () => {
    expect(quoteWord([text], 'cmd')).toBe(`"${text}"`);
  };
  expect(isSoon(work)).toBe(true);
});
