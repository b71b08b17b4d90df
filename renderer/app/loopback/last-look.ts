import type { Settings } from '../../../shared/profile.ts';
import type { Language } from '../../i18n/i18n.ts';
import { useAppStore } from '../app-store.ts';
import { pageStorage } from '../page-storage.ts';

const storage = pageStorage('look');

type Look = Pick<Settings, 'language' | 'theme'>;

function readLook(): Look {
  const look: Look = { language: 'system', theme: 'system' };
  try {
    const { language, theme } = JSON.parse(storage.read() ?? '{}') as Partial<Look>;
    return {
      language: language === 'zh' || language === 'en' ? language : look.language,
      theme: theme === 'light' || theme === 'dark' ? theme : look.theme,
    };
  } catch {
    return look;
  }
}

/** The language of a page that does not know the settings: the last one, else the first of the browser's. */
export function lastLanguage(): Language {
  const { language } = readLook();
  if (language !== 'system') return language;
  const known = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  return known.find((name) => name === 'zh' || name === 'en') === 'zh' ? 'zh' : 'en';
}

/** Shows the theme that was chosen last, and remembers from now on what is chosen. */
export function followLastLook(): void {
  document.documentElement.dataset['theme'] = readLook().theme;
  useAppStore.subscribe(({ host, profile }) => {
    if (host.version === '') return;
    const { language, theme } = profile.settings;
    storage.write(JSON.stringify({ language, theme } satisfies Look));
  });
}
