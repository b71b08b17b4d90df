import { Menu, nativeTheme } from 'electron';
import type { HostInfo } from '../../shared/bridge.ts';
import { type MenuTexts, menuTextsEn } from '../../shared/i18n/menu-texts.en.ts';
import { menuTextsZh } from '../../shared/i18n/menu-texts.zh.ts';
import type { Settings } from '../../shared/profile.ts';
import { type MenuOptions, menuTemplate } from './menu-template.ts';
import { chosenLanguage } from './system-language.ts';

const textsOf: Readonly<Record<HostInfo['systemLanguage'], MenuTexts>> = { en: menuTextsEn, zh: menuTextsZh };

/** What of the shell depends on the settings: theme, and the language of menu bar and dialogs. */
export interface ShellSettings {
  readonly texts: () => MenuTexts;
  /** Puts settings in force; the menu bar is made anew only when its language changes. */
  readonly apply: (settings: Pick<Settings, 'language' | 'theme'>) => void;
}

/** Starts with the system's language and theme; only after `ready`. */
export function followSettings(
  system: HostInfo['systemLanguage'],
  menu: Omit<MenuOptions, 'texts'>,
): ShellSettings {
  let language = system;
  const showMenu = () => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...menu, texts: textsOf[language] })));
  };
  showMenu();
  return {
    texts: () => textsOf[language],
    apply: (settings) => {
      if (nativeTheme.themeSource !== settings.theme) nativeTheme.themeSource = settings.theme;
      const next = chosenLanguage(settings.language, system);
      if (next === language) return;
      language = next;
      showMenu();
    },
  };
}
