import type { FindingsTexts } from './describe-finding.ts';
import { findingsTextsEn } from './findings-texts.en.ts';
import { findingsTextsZh } from './findings-texts.zh.ts';

export function findingsTextsIn(language: 'zh' | 'en'): FindingsTexts {
  return language === 'zh' ? findingsTextsZh : findingsTextsEn;
}
