/** What the app itself can do about a problem; a screen shows it as a button. */
export const remedies = [
  'retry',
  'unlock-keychain',
  'hold-for-this-run',
  'edit-app',
  'add-key',
  'switch-region',
  'enter-passphrase',
  'mint-again',
  /** The same, after a moment. */
  'mint-later',
  /** Signs with the time of the server from now on. */
  'use-server-clock',
  'edit-scope',
  /** Leads to the setting for certificates to trust beside those of the system. */
  'add-ca-file',
  /** Leads to the setting for the proxy. */
  'edit-proxy',
  /** Listens wherever there is room. */
  'use-free-port',
  /** Starts practice Coze, then tries again. */
  'start-practice',
  /** Ends what practice Coze was told to do wrong. */
  'end-practice-faults',
] as const;
export type Remedy = (typeof remedies)[number];
