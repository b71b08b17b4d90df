import { describe, expect, it } from 'vitest';
import { chosenLanguage, systemLanguage } from '../../../electron/desktop/system-language.ts';

describe('systemLanguage', () => {
  it.each([
    [['zh-CN', 'en'], 'zh'],
    [['zh-Hant-TW'], 'zh'],
    [['zh_CN.UTF-8'], 'zh'],
    [['ZH'], 'zh'],
    [['en-GB', 'zh-CN'], 'en'],
    [['de-DE', 'zh-CN', 'en'], 'zh'],
    [['de-DE', 'fr'], 'en'],
    [['zha'], 'en'],
    [['c'], 'en'],
    [[''], 'en'],
    [[], 'en'],
  ] as const)('of %j is %s', (preferred, language) => {
    expect(systemLanguage(preferred)).toBe(language);
  });
});

describe('chosenLanguage', () => {
  it('follows the system until one is chosen', () => {
    expect(chosenLanguage('system', 'zh')).toBe('zh');
    expect(chosenLanguage('en', 'zh')).toBe('en');
    expect(chosenLanguage('zh', 'en')).toBe('zh');
  });
});
