/** The only three channels between the processes; what crosses them is said in `shared/bridge.ts`. */
export const bridgeChannels = {
  call: 'bridge:call',
  cancel: 'bridge:cancel',
  event: 'bridge:event',
} as const;
