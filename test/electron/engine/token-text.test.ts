import { describe, expect, it } from 'vitest';
import { tokenText } from '../../../electron/engine/token-text.ts';

const api = 'https://api.coze.cn';

describe('tokenText', () => {
  it.each([
    ['token', 'czs_abc'],
    ['header', 'Authorization: Bearer czs_abc'],
    ['env', 'COZE_API_TOKEN=czs_abc'],
    ['curl', "curl https://api.coze.cn/v1/users/me -H 'Authorization: Bearer czs_abc'"],
  ] as const)('copies the form %s', (form, text) => {
    expect(tokenText(form, 'czs_abc', api)).toBe(text);
  });

  it('quotes what a shell would read as something else', () => {
    expect(tokenText('env', "a'$(id)", api)).toBe(String.raw`COZE_API_TOKEN='a'\''$(id)'`);
    expect(tokenText('curl', "a'b", api)).toBe(
      String.raw`curl https://api.coze.cn/v1/users/me -H 'Authorization: Bearer a'\''b'`,
    );
  });
});
