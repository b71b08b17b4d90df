import { describe, expect, it } from 'vitest';
import { readCurl } from '../../../shared/curl/read-curl.ts';
import { curlTextsEn } from '../../../shared/i18n/curl-texts.en.ts';
import { curlTextsZh } from '../../../shared/i18n/curl-texts.zh.ts';
import { describeCurlFinding } from '../../../shared/i18n/describe-curl-finding.ts';
import { corpus } from '../curl/corpus.ts';

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

describe('the texts about curl commands', () => {
  it('name the same values in both languages', () => {
    for (const [key, text] of Object.entries(curlTextsEn)) {
      const other = curlTextsZh[key as keyof typeof curlTextsEn];
      expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
    }
  });

  it('are filled with what each finding has', () => {
    for (const [, text] of corpus) {
      for (const finding of readCurl(text).findings) {
        for (const language of ['en', 'zh'] as const)
          expect(describeCurlFinding(finding, language)).not.toMatch(/\{\{\w+\}\}/);
      }
    }
  });

  it('each has a command that it is about', () => {
    const told = new Set(corpus.flatMap(([, text]) => readCurl(text).findings.map(({ code }) => code)));
    const only = ['curl-missing', 'text-too-long', 'url-missing', 'url-invalid', 'data-with-form'];
    const keys = Object.keys(curlTextsEn).map((key) => key.replace('curl.', ''));
    expect(keys.filter((code) => ![...told, ...only].includes(code))).toEqual([]);
  });
});
