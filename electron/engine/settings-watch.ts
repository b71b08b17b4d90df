import type { Settings } from '../../shared/profile.ts';

/** What is to be done when one setting is another than before. */
export type OnSetting = {
  readonly [Name in keyof Settings]?: (value: Settings[Name]) => void;
};

export interface SettingsWatch {
  /** Tells of the settings that have changed since the last look. */
  readonly look: (settings: Settings) => void;
}

export function createSettingsWatch(before: Settings, onChange: OnSetting): SettingsWatch {
  let known = before;

  function lookAt<Name extends keyof Settings>(name: Name, settings: Settings, earlier: Settings): void {
    if (JSON.stringify(settings[name]) !== JSON.stringify(earlier[name])) onChange[name]?.(settings[name]);
  }

  return {
    look: (settings) => {
      const earlier = known;
      known = settings;
      for (const name of Object.keys(onChange) as (keyof Settings)[]) lookAt(name, settings, earlier);
    },
  };
}
