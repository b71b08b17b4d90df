import type { BridgeEvent, Handlers, HostInfo } from '../shared/bridge.ts';

/** A file that a person chose: at most `limit` + 1 bytes of it, so that "too large" can be told. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the engine needs from the host that it runs in: a desktop window, a loopback page, a terminal. */
export interface HostServices {
  readonly info: HostInfo;
  /** Asks for one file; null when the person closed the dialog. */
  readonly pickFile: (limitBytes: number) => Promise<PickedFile | null>;
  readonly readClipboard: () => string;
  readonly writeClipboard: (text: string) => void;
  /** Opens a URL that was checked against the allow-list already. */
  readonly openExternal: (url: string) => Promise<void>;
}

/** The services composed into the contract's handlers. */
export interface Engine {
  readonly handlers: Handlers;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: BridgeEvent) => void) => () => void;
  /** Stops practice Coze, cancels what runs, clears a copied token from the clipboard, writes what is pending. */
  readonly close: () => Promise<void>;
}
