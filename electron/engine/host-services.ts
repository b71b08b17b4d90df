import type { HostInfo } from '../../shared/bridge.ts';

/** A file that a person chose: at most `limit` + 1 bytes of it, so that "too large" can be told. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file is asked for, so that the dialog can say it. */
export type PickPurpose = 'import' | 'check-signature';

/** What the engine needs from the host that it runs in: a desktop window, a loopback page, a terminal. */
export interface HostServices {
  readonly info: HostInfo;
  /** Asks for one file; null when the person closed the dialog. */
  readonly pickFile: (limitBytes: number, purpose: PickPurpose) => Promise<PickedFile | null>;
  readonly readClipboard: () => Promise<string>;
  readonly writeClipboard: (text: string) => Promise<void>;
  /** Opens a URL that was checked against the allow-list already. */
  readonly openExternal: (url: string) => Promise<void>;
}
