/** What was set up on a channel: its workspaces, or the devices of one key. */
export interface ChannelSetting {
  /** Joins all of what it belongs to. */
  readonly id: string;
  readonly values: readonly string[];
}
