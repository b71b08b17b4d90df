import type { HostInfo } from '../../shared/bridge.ts';

/** A file that a person chose: at most `limit` + 1 bytes of it, so that "too large" can be told. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file is asked for, so that the dialog can say it. */
export type PickPurpose = 'import' | 'check-signature';

/** A notice of the system. */
export interface HostNotice {
  /** A later notice of the same id takes its place. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Buttons, where the system shows any. */
  readonly actions: readonly { readonly id: string; readonly label: string }[];
  /** Called with the id of the button, or null for the notice itself. */
  readonly onAction: (actionId: string | null) => void;
}

/** What the engine needs from the host that it runs in: a desktop window, a loopback page, a terminal. */
export interface HostServices {
  readonly info: HostInfo;
  /** Asks for one file; null when the person closed the dialog. */
  readonly pickFile: (limitBytes: number, purpose: PickPurpose) => Promise<PickedFile | null>;
  /** Asks for a file to be sent, of any size: its path; null when the person closed the dialog. Absent where the page asks. */
  readonly pickPath?: () => Promise<string | null>;
  /** Asks where to save a file: its path; null when the person closed the dialog. Absent where the page saves. */
  readonly pickPlace?: (name: string) => Promise<string | null>;
  readonly readClipboard: () => Promise<string>;
  readonly writeClipboard: (text: string) => Promise<void>;
  /** Opens a URL that was checked against the allow-list already. */
  readonly openExternal: (url: string) => Promise<void>;
  /** Shows a notice, where the host and the person's settings allow it. */
  readonly notify: (notice: HostNotice) => void;
  /** Takes a notice away; one that is not shown is no failure. */
  readonly dismissNotice: (id: string) => void;
  /** What a page that shows the notices says was chosen of one; absent where the host shows them itself. */
  readonly actOnNotice?: (id: string, actionId: string | null) => void;
}
