import { expect, test } from 'vitest';
import { joinSentences } from '../../../renderer/i18n/join-sentences.ts';

test.each([
  ['请给值加上引号。', '来源：RFC 7519', '请给值加上引号。来源：RFC 7519'],
  ['Fill it in.', 'Source: RFC 7519', 'Fill it in. Source: RFC 7519'],
  ['Fill it in.', '', 'Fill it in.'],
  ['请给值加上引号。', '', '请给值加上引号。'],
  ['', '来源：RFC 7519', '来源：RFC 7519'],
])('%j and %j', (first, second, joined) => {
  expect(joinSentences(first, second)).toBe(joined);
});
