/** What was said by one side, as far as it has come. */
export interface SocketLine {
  readonly key: string;
  /** Recognised speech; text that was sent; a message of the agent; a translation of the speech. */
  readonly kind: 'heard' | 'written' | 'message' | 'translation';
  /** `type` of a message, such as `answer`; else empty. */
  readonly type: string;
  readonly text: string;
  readonly isComplete: boolean;
  /** Milliseconds after the connection was open. */
  readonly firstAt: number;
}

/** How sound is encoded. */
export interface SoundFormat {
  /** `pcm` (16 bit, one channel), `g711a`, `g711u`, `opus`, or what else was said. */
  readonly codec: string;
  /** Samples a second. */
  readonly sampleRate: number;
}

/** Sound that belongs together. */
export interface SocketTrack {
  readonly key: string;
  /** Base64, each piece followed by a space. */
  readonly pieces: string;
  readonly count: number;
  readonly format: SoundFormat;
  readonly isComplete: boolean;
  readonly firstAt: number;
}

/** An error that Coze told by an event. */
export interface SocketFailure {
  readonly code: number | null;
  readonly message: string;
  readonly logId: string | null;
}

/** What the agent waits for. */
export interface SocketAction {
  readonly chatId: string;
  readonly calls: readonly { readonly id: string; readonly name: string; readonly arguments: string }[];
}

/** What the messages of a WebSocket come to. */
export interface SocketStory {
  readonly lines: readonly SocketLine[];
  readonly tracks: readonly SocketTrack[];
  readonly failure: SocketFailure | null;
  readonly action: SocketAction | null;
  /** The first that an event brought. */
  readonly logId: string | null;
  /** Of the sound that is to come. */
  readonly format: SoundFormat;
}

/** The documented defaults of `output_audio`. */
export const emptySocketStory: SocketStory = {
  lines: [],
  tracks: [],
  failure: null,
  action: null,
  logId: null,
  format: { codec: 'pcm', sampleRate: 24_000 },
};
