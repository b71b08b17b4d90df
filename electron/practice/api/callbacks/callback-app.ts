/** Receives events at an address. Practice Coze sends none. */
export interface CallbackApp {
  readonly id: string;
  readonly name: string;
  readonly type: 'normal' | 'connector';
  /** Empty for a normal one. */
  readonly connectorId: string;
  readonly callbackUrl: string;
  readonly verifyToken: string;
  readonly eventTypes: readonly string[];
}
