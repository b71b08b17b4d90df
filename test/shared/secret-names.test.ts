import { expect, test } from 'vitest';
import { isSecretUnder, secretHeader, urlWithoutNamedSecrets } from '../../shared/secret-names.ts';

test.each([
  ['/v1/x?api_key=1&page_token=2', '/v1/x?api_key=…&page_token=2'],
  ['https://a.example/?client%5Fsecret=x#f', 'https://a.example/?client%5Fsecret=…#f'],
  ['/v1/x?token={{token}}&sign=%7B%7Bsign%7D%7D', '/v1/x?token={{token}}&sign=%7B%7Bsign%7D%7D'],
  ['/v1/x?token=&password', '/v1/x?token=&password'],
  ['/v1/x?a=%zz&secret=%zz', '/v1/x?a=%zz&secret=…'],
])('%s', (url, shown) => {
  expect(urlWithoutNamedSecrets(url)).toBe(shown);
});

test('a URL of question marks takes no time', () => {
  const url = '?'.repeat(60_000);
  expect(urlWithoutNamedSecrets(url)).toBe(url);
});

test('a variable stands for its value', () => {
  expect(isSecretUnder('X-Credential', 'abc', secretHeader)).toBe(true);
  expect(isSecretUnder('X-Credential', 'Bearer {{ key }}', secretHeader)).toBe(false);
});
