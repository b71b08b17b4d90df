import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/i18n/en.ts';
import { zh } from '../../../renderer/i18n/zh.ts';
import { describeProblem } from '../../../shared/i18n/describe-problem.ts';
import { problemCodes } from '../../../shared/problem.ts';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flat(value, `${path}${key}.`),
  );
}

const english = new Map(flat(en));
const chinese = new Map(flat(zh));
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).toSorted();

describe('the texts of the screens', () => {
  it('name the same values in both languages', () => {
    for (const [key, text] of english) {
      const other = chinese.get(key) ?? '';
      if (!/_(one|other)$/.test(key)) expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
    }
  });

  it('are never empty', () => {
    for (const texts of [english, chinese]) {
      for (const [key, text] of texts) expect([key, text.trim()]).not.toEqual([key, '']);
    }
  });

  it('use Chinese punctuation between Chinese characters', () => {
    const halfWidth = [...chinese].filter(([, text]) =>
      /[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]/.test(text),
    );
    expect(halfWidth).toEqual([]);
  });
});

describe('describeProblem', () => {
  it('has a title for every code in both languages', () => {
    for (const code of problemCodes) {
      for (const language of ['en', 'zh'] as const) {
        expect([code, describeProblem({ code, params: {} }, language).title]).not.toEqual([code, '']);
      }
    }
  });

  it('says reasons in words and sizes in units', () => {
    const unexpected = { code: 'exchange/unexpected', params: { reason: 'html', status: 502 } } as const;
    expect(describeProblem(unexpected, 'en').why).toContain('HTTP 502');
    expect(describeProblem(unexpected, 'zh').why).toContain('返回了网页');
    expect(describeProblem({ code: 'key/too-large', params: { limit: 65_536 } }, 'en').why).toContain(
      '64 KiB',
    );
  });

  it('says which certificate was refused, and why', () => {
    const params = {
      host: 'api.coze.cn',
      reason: 'CERT_HAS_EXPIRED',
      certSubject: 'CN=api.coze.cn',
      certIssuer: 'CN=Example Root',
      certFrom: '2020-01-01T00:00:00.000Z',
      certTo: '2021-01-01T00:00:00.000Z',
      certFingerprint: 'AB:CD',
      certNames: 'DNS:api.coze.cn',
    };
    expect(describeProblem({ code: 'http/tls', params }, 'en').why).toBe(
      'The TLS handshake failed (the certificate has expired, CERT_HAS_EXPIRED). Its certificate: CN=api.coze.cn, issued by CN=Example Root, valid from 2020-01-01 until 2021-01-01, for DNS:api.coze.cn, SHA-256 AB:CD.',
    );
    expect(describeProblem({ code: 'http/tls', params: { ...params, certNames: '' } }, 'zh').why).toBe(
      'TLS 握手失败（证书已过期，CERT_HAS_EXPIRED）。证书：CN=api.coze.cn，由 CN=Example Root 颁发，有效期 2020-01-01 至 2021-01-01，SHA-256 AB:CD。',
    );
  });

  it('explains a refusal that is known, and says so of one that is not', () => {
    const refused = (kind: string) =>
      describeProblem({ code: 'exchange/refused', params: { kind, errorCode: 'a', errorMessage: 'b' } }, 'en')
        .means;
    expect(refused('kid-not-registered')).toBe('Coze does not know this kid here.');
    expect(refused('toString')).toBe('This error is not documented.');
  });
});
