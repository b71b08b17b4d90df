export const entryKinds = ['command', 'screen', 'app', 'setting', 'endpoint'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One thing that the palette offers. */
export interface PaletteEntry {
  /** Stays the same from run to run. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** What tells it from others of its name. */
  readonly detail: string;
  /** Its name in the other language, which is as good for finding it. */
  readonly otherTitle?: string;
  /** What it is found by besides: a permission, the words of a setting. */
  readonly words: string;
  readonly keys?: string;
  readonly run: () => unknown;
}
