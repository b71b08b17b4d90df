import { describe, expect, it } from 'vitest';
import { checkExternalLink } from '../../../electron/engine/external-links.ts';
import { toProblem } from '../../../shared/problem.ts';

describe('checkExternalLink', () => {
  it.each([
    'https://www.coze.cn/open/docs/developer_guides/oauth_jwt_channel',
    'https://www.coze.com/open/oauth/apps',
    'https://docs.coze.cn/',
    'https://datatracker.ietf.org/doc/html/rfc7523#section-2.1',
    'https://www.rfc-editor.org/rfc/rfc7519',
    'https://github.com/coze-dev/coze-py',
  ])('allows %s', (url) => {
    expect(checkExternalLink(url)).toBe(url);
  });

  it.each([
    'http://www.coze.cn/',
    'https://www.coze.cn:8443/',
    'https://user@www.coze.cn/',
    'https://www.coze.cn.evil.example/',
    'https://evil.example/?https://www.coze.cn/',
    'https://coze.cn@evil.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://www.coze.cn/share',
    'www.coze.cn',
  ])('refuses %s', (url) => {
    expect(() => checkExternalLink(url)).toThrow('http/url-refused');
  });

  it('shows the host of what was refused and nothing more', () => {
    try {
      checkExternalLink('https://evil.example/path?secret=1');
    } catch (thrown) {
      expect(toProblem(thrown).params).toStrictEqual({ url: 'evil.example' });
    }
  });
});
