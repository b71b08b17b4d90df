/** The only channels between the processes; what crosses them is said in `shared/bridge.ts`. */
export const bridgeChannels = {
  call: 'bridge:call',
  cancel: 'bridge:cancel',
  event: 'bridge:event',
  /** A file that a person dropped, by its path: the preload script asks the system for that, no page can name one. */
  file: 'bridge:file',
} as const;
