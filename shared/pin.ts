/** A token that a person wants to find again. Kept between runs only when the settings say so, and in the keychain. */
export interface Pin {
  readonly id: string;
  /** At most {@link maxPinName} characters. */
  readonly name: string;
  /** The token as it was pasted, at most {@link maxPinText} characters. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly pinnedAt: number;
}

export const maxPins = 50;
export const maxPinName = 120;
export const maxPinText = 32_768;

/** Bytes that all pins together may take as JSON in UTF-8: each one is written to the keychain in small parts. */
export const maxPinsSize = 262_144;
