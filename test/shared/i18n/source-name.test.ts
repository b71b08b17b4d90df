import { expect, test } from 'vitest';
import { lintCodes } from '../../../shared/coze/lint/lint-codes.ts';
import { scopeCodes } from '../../../shared/coze/scope/scope-codes.ts';
import { sourceName } from '../../../shared/i18n/source-name.ts';
import { registeredClaims, registeredMembers } from '../../../shared/jwt/registered-claims.ts';

const channel = 'OAuth JWT 授权（渠道场景）';

test('a Chinese document has its English name beside its own in English, and its own alone in Chinese', () => {
  expect(sourceName(channel, 'en')).toBe(`OAuth JWT authorization, channel scenario (${channel})`);
  expect(sourceName(channel, 'zh')).toBe(channel);
});

test('of several documents each is named', () => {
  expect(sourceName(`${channel}; RFC 7519 §4.1.3`, 'en')).toBe(
    `OAuth JWT authorization, channel scenario (${channel}); RFC 7519 §4.1.3`,
  );
});

test('every source has a name that can be read in English', () => {
  const facts = [...Object.values(lintCodes), ...Object.values(scopeCodes)].map(({ source }) => source);
  for (const source of [...facts, ...Object.values(registeredClaims), ...Object.values(registeredMembers)]) {
    for (const name of source.split('; ')) {
      expect([name, sourceName(name, 'en')]).toEqual([
        name,
        expect.stringMatching(/^[\x20-\x7e§]+(?: \(.*\))?$/),
      ]);
    }
  }
});
