import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createPracticeCoze, type PracticeCoze } from '../../electron/practice/practice-coze.ts';
import { epochMilliseconds } from '../../shared/time.ts';

/** An RSA key and the app that it belongs to, as a developer has them after registering at Coze. */
export interface ThrowawayApp {
  readonly name: string;
  /** Decimal, as Coze's own. */
  readonly clientId: string;
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKeyPem: string;
  /** PKCS#8, as Coze lets it be downloaded. */
  readonly pem: string;
}

let made = 0;

/** Makes a key and an app that nobody has seen before. */
export function makeThrowawayApp(): ThrowawayApp {
  made += 1;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    name: `Demo ${made}`,
    clientId: `11900000${String(made).padStart(5, '0')}`,
    kid: randomBytes(32).toString('base64url'),
    privateKey,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

export interface OutsidePractice {
  readonly practice: PracticeCoze;
  readonly url: string;
  readonly register: (app: Pick<ThrowawayApp, 'name' | 'clientId' | 'kid' | 'publicKeyPem'>) => void;
}

/** Starts a Coze on loopback that belongs to the test, not to the app under test. */
export async function startOutsidePractice(): Promise<OutsidePractice> {
  const clock = { now: () => epochMilliseconds(Date.now()) };
  const practice = createPracticeCoze({ clock, randomBytes });
  const url = await practice.start();
  return {
    practice,
    url,
    register: ({ name, clientId, kid, publicKeyPem }) =>
      practice.registerApp({ clientId, name, type: 'channel', keys: [{ kid, publicKeyPem }] }),
  };
}
