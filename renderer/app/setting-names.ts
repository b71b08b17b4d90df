/** The settings that can be led to, as their texts are called. */
export const settingNames = [
  'language',
  'theme',
  'clipboard',
  'notices',
  'useServerClock',
  'keepTokens',
  'keychain',
  'practice',
  'proxy',
  'caFile',
  'timeout',
  'redirects',
  'tokenOrigins',
  'history',
  'data',
  'version',
] as const;
export type SettingName = (typeof settingNames)[number];
