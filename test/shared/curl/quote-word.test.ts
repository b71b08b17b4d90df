import { expect, test } from 'vitest';
import { quoteWord } from '../../../shared/curl/quote-word.ts';

test('backslashes before nothing special are quoted soon, however many', () => {
  const text = `${'\\'.repeat(100_000)}b`;
  const began = performance.now();
  expect(quoteWord([text], 'cmd')).toBe(`"${text}"`);
  expect(performance.now() - began).toBeLessThan(2000);
});
