import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { findingsTextsEn } from '../../shared/i18n/findings-texts.en.ts';
import type { en } from './en.ts';

export type Language = 'zh' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: typeof en & { findings: typeof findingsTextsEn };
  }
}

async function loadEnglish() {
  const [{ en: texts }, { findingsTextsEn: findings }] = await Promise.all([
    import('./en.ts'),
    import('../../shared/i18n/findings-texts.en.ts'),
  ]);
  return { ...texts, findings };
}

async function loadChinese() {
  const [{ zh: texts }, { findingsTextsZh: findings }] = await Promise.all([
    import('./zh.ts'),
    import('../../shared/i18n/findings-texts.zh.ts'),
  ]);
  return { ...texts, findings };
}

const textsOf = (language: Language) => (language === 'zh' ? loadChinese() : loadEnglish());

/** Readies all texts of one language; those of the other are loaded when it is chosen, or when this is called again. */
export async function startI18n(language: Language): Promise<void> {
  if (i18next.isInitialized) return changeLanguage(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'frame',
    resources: { [language]: await textsOf(language) },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  if (!i18next.hasResourceBundle(language, 'frame')) {
    for (const [namespace, texts] of Object.entries(await textsOf(language)))
      i18next.addResourceBundle(language, namespace, texts);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
