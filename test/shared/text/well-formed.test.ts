import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wellFormed } from '../../../shared/text/well-formed.ts';

test('half a surrogate pair is replaced, a whole one stays', () => {
  expect(wellFormed('a\ud83d\ude00\ud83d b\ude00')).toBe('a\ud83d\ude00\ufffd b\ufffd');
});

test('encodeURIComponent takes whatever it gives', () => {
  const unit = fc.constantFrom('\ud83d', '\ude00', 'a', '扣');
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(decodeURIComponent(encodeURIComponent(wellFormed(text)))).toBe(wellFormed(text));
    }),
  );
});
