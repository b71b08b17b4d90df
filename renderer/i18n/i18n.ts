import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { findingsTextsEn } from '../../shared/i18n/findings-texts.en.ts';
import { findingsTextsZh } from '../../shared/i18n/findings-texts.zh.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: typeof en & { findings: typeof findingsTextsEn };
  }
}

const resources = {
  en: { ...en, findings: findingsTextsEn },
  zh: { ...zh, findings: findingsTextsZh },
};

/** Readies the texts; every text is in the bundle, so nothing is loaded later. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'frame',
    resources,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
