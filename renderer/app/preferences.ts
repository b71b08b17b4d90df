import type { HostInfo } from '../../shared/bridge.ts';
import type { Settings } from '../../shared/profile.ts';
import { changeLanguage, type Language } from '../i18n/i18n.ts';
import { useAppStore } from './app-store.ts';

/** The language of the screens: the chosen one, else the system's. */
export function languageOf(settings: Settings, host: HostInfo): Language {
  return settings.language === 'system' ? host.systemLanguage : settings.language;
}

function applyTheme(settings: Settings): void {
  document.documentElement.dataset['theme'] = settings.theme;
}

/** Lets the page follow language and theme from now on. */
export function followPreferences(): void {
  const { profile, host } = useAppStore.getState();
  document.documentElement.dataset['platform'] = host.platform;
  applyTheme(profile.settings);
  useAppStore.subscribe((state, before) => {
    if (state.profile.settings === before.profile.settings) return;
    applyTheme(state.profile.settings);
    void changeLanguage(languageOf(state.profile.settings, state.host));
  });
}
