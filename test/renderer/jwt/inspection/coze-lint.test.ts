import { describe, expect, it } from 'vitest';
import { judge, looksLikeAssertion } from '../../../../renderer/jwt/inspection/coze-lint.ts';
import { hostsOfRegion } from '../../../../shared/coze/region.ts';
import { decodeToken } from '../../../../shared/jwt/decode-token.ts';
import { epochSeconds } from '../../../../shared/time.ts';

const hosts = hostsOfRegion({ kind: 'cn' }, null);

function token(payload: object) {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return decodeToken(`${part({ alg: 'RS256', typ: 'JWT', kid: 'k' })}.${part(payload)}.AAAA`);
}

describe('looksLikeAssertion', () => {
  it.each([
    { aud: 'api.coze.cn' },
    { aud: 'https://api.coze.com/' },
    { iss: '310000000002' },
    { iss: 310000000002 },
  ])('takes %j for one', (payload) => {
    expect(looksLikeAssertion(token(payload), 'api.coze.cn')).toBe(true);
  });

  it('knows a custom audience', () => {
    expect(looksLikeAssertion(token({ aud: '127.0.0.1:4321' }), '127.0.0.1:4321')).toBe(true);
  });

  it('does not take any other JWT for one', () => {
    expect(looksLikeAssertion(token({ iss: 'joe', aud: 'api.example.com' }), 'api.coze.cn')).toBe(false);
  });

  it('knows the documentation’s masked sample', () => {
    const masked =
      'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InZZd2ZsdFR1OWZBbWtwWFhSdnR5UmREc3RONVMzZWNFcDFqVzB6dVQyRE****.eyJpc3MiOiIzMTAwMDAwMDAwMDIiLCJhdWQiOiJhcGkuY296ZS5jb20iLCJpYXQiOjE1MTYyMzkwMjIsImV4cCI6MTkxNjI1OTAyMiwianRpIjoiZmhqaGFsc2tqZmFkc2pld3F****.CuoiCCF';
    const decoded = decodeToken(masked);
    expect(looksLikeAssertion(decoded, 'api.coze.cn')).toBe(true);
    const codes = judge(decoded, { hosts, now: epochSeconds(1_600_000_000) }).findings.map(
      ({ code }) => code,
    );
    expect(codes).toContain('aud-other-region');
  });
});

describe('judge', () => {
  it('does not say the same place twice', () => {
    const { findings, others } = judge(token({ iat: '1' }), {
      hosts,
      now: epochSeconds(1_600_000_000),
    });
    expect(findings.some(({ path }) => path === '/iat')).toBe(true);
    expect(others.some(({ path }) => path === '/iat')).toBe(false);
  });
});
