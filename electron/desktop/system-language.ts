import type { HostInfo } from '../../shared/bridge.ts';
import type { Settings } from '../../shared/profile.ts';

/**
 * The first language that the app speaks among those that the system prefers; English when there is none.
 *
 * @param preferred - BCP 47 tags, as `app.getPreferredSystemLanguages()` gives them
 */
export function systemLanguage(preferred: readonly string[]): HostInfo['systemLanguage'] {
  for (const tag of preferred) {
    const [language] = tag.toLowerCase().split(/[-_.@]/);
    if (language === 'zh' || language === 'en') return language;
  }
  return 'en';
}

/** The language of menus and dialogs: the one that was chosen, else the system's. */
export function chosenLanguage(
  setting: Settings['language'],
  system: HostInfo['systemLanguage'],
): HostInfo['systemLanguage'] {
  return setting === 'system' ? system : setting;
}
