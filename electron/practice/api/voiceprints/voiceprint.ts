/** Times are epoch seconds. */
export interface VoiceprintGroup {
  readonly id: string;
  readonly name: string;
  readonly desc: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Times are epoch seconds. */
export interface Voiceprint {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly desc: string;
  /** Hash of its recording, which is not kept. */
  readonly recording: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}
