import { expect, test } from 'vitest';
import { looksLikeEmail, looksLikePhone } from '../../../shared/coze/looks-like.ts';

test.each([
  '13800138000',
  '+86 138-0013-8000',
  '１３８００１３８０００',
  '010-88888888',
  '(010) 8888 8888',
  '0755-8888888-801',
  '+86-10-88888888',
  '０１０－８８８８８８８８',
  '+44 20 7946 0958',
])('%j looks like a phone number', (text) => {
  expect(looksLikePhone(text)).toBe(true);
});

test.each(['', '310000000002', '01088888888', '2026-11-22', '010-8888', 'user-010-88888888', '12345678901'])(
  '%j does not look like a phone number',
  (text) => {
    expect(looksLikePhone(text)).toBe(false);
  },
);

test('an e-mail address is known by its parts, in full width too', () => {
  expect(['a@b.cn', 'ａ＠ｂ．ｃｎ', 'a@b', 'a b@c.cn'].map(looksLikeEmail)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
