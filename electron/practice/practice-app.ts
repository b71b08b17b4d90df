import { createPublicKey, type KeyObject } from 'node:crypto';

/** An OAuth app as practice Coze's console would list it. */
export interface PracticeApp {
  /** `iss` of its assertions. */
  readonly clientId: string;
  readonly name: string;
  /** `scope` takes effect for `channel` apps only, as Coze documents. */
  readonly type: 'normal' | 'channel' | 'enterprise';
  readonly keys: readonly { readonly kid: string; readonly publicKeyPem: string }[];
}

/** A registered public key and the app that it belongs to. */
export interface RegisteredKey {
  readonly app: PracticeApp;
  readonly publicKey: KeyObject;
}

/** A registered key, and the text that it was read from. */
interface ReadKey extends RegisteredKey {
  readonly publicKeyPem: string;
}

export interface AppRegistry {
  /**
   * Adds `app`, replacing the one with the same `clientId`.
   *
   * @throws TypeError (from node:crypto) when a `publicKeyPem` is not a public key; nothing is changed then
   */
  readonly register: (app: PracticeApp) => void;
  readonly keyOf: (kid: string) => RegisteredKey | null;
  /** Every registered `kid`, in order of registration. */
  readonly kids: () => readonly string[];
  /** What the app with this `clientId` is called; null when there is none. */
  readonly nameOf: (clientId: string) => string | null;
}

/** The OAuth apps that practice Coze knows. A `kid` is global: when two apps name the same, the later app has it. */
export function createAppRegistry(): AppRegistry {
  const keysByClient = new Map<string, ReadonlyMap<string, ReadKey>>();
  const names = new Map<string, string>();

  /** Apps are registered anew before each use, and reading a key takes longer than all else about that. */
  function publicKeyOf(clientId: string, { kid, publicKeyPem }: PracticeApp['keys'][number]): KeyObject {
    const known = keysByClient.get(clientId)?.get(kid);
    return known?.publicKeyPem === publicKeyPem ? known.publicKey : createPublicKey(publicKeyPem);
  }

  return {
    register: (app) => {
      const keys = new Map(
        app.keys.map((key) => [
          key.kid,
          { app, publicKey: publicKeyOf(app.clientId, key), publicKeyPem: key.publicKeyPem },
        ]),
      );
      keysByClient.delete(app.clientId);
      keysByClient.set(app.clientId, keys);
      names.set(app.clientId, app.name);
    },
    keyOf: (kid) =>
      [...keysByClient.values()].reduce<RegisteredKey | null>((found, keys) => keys.get(kid) ?? found, null),
    kids: () => [...keysByClient.values()].flatMap((keys) => [...keys.keys()]),
    nameOf: (clientId) => names.get(clientId) ?? null,
  };
}
