import { defaultMintOptions, type OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { maxKeysPerApp } from '../../shared/coze/max-keys-per-app.ts';
import { toEpochSeconds } from '../../shared/time.ts';
import { generateKey } from '../keys/generate-key.ts';
import type { EngineContext } from './context.ts';
import { isLost } from './private-halves.ts';
import { storeHalf } from './store-half.ts';

type Hold = 'keychain' | 'this-run';

/** `iss` of the practice app; Coze's own ids of JWT apps are decimal numbers, too. */
export const practiceClientId = '1190000000137';

const names = {
  zh: { app: '练习应用', key: '练习密钥' },
  en: { app: 'Practice app', key: 'Practice key' },
} as const;

function namesFor({ host, profile }: EngineContext) {
  const { language } = profile.get().settings;
  return names[language === 'system' ? host.info.systemLanguage : language];
}

/** True when `key` can sign now. A keychain out of reach is no failure when keys are to be held for this run only. */
async function canSign(context: EngineContext, key: SigningKey | undefined, hold: Hold): Promise<boolean> {
  if (key === undefined || key.held === 'gone' || key.kid === null) return false;
  try {
    (await context.halves.get(key)).fill(0);
    return true;
  } catch (thrown) {
    if (isLost(thrown) || hold === 'this-run') return false;
    throw thrown;
  }
}

async function makeKey(context: EngineContext, hold: Hold, signal: AbortSignal): Promise<SigningKey> {
  const { pkcs8, publicHalf } = await generateKey(2048, signal);
  const key = {
    ...publicHalf,
    id: context.newId(),
    label: namesFor(context).key,
    kid: publicHalf.fingerprints.spki,
    origin: 'practice' as const,
    createdAt: toEpochSeconds(context.clock.now()),
    held: hold,
  } satisfies SigningKey;
  try {
    await storeHalf(context, key, pkcs8);
  } finally {
    pkcs8.fill(0);
  }
  return key;
}

function newApp(context: EngineContext): OAuthApp {
  return {
    id: context.newId(),
    name: namesFor(context).app,
    region: { kind: 'practice' },
    clientId: practiceClientId,
    variant: { kind: 'channel' },
    keyIds: [],
    keyInUse: null,
    defaults: defaultMintOptions,
    autoRenew: false,
    scopes: [],
  };
}

/**
 * Makes the practice app with a key of its own, or finds the one that is there and gives it a new key when the old one
 * cannot sign any more; chooses it and starts practice Coze.
 *
 * @throws ProblemError `keychain/…` with remedies, `storage/unwritable`; an `AbortError` when cancelled
 */
export async function setUpPractice(
  context: EngineContext,
  hold: Hold,
  signal: AbortSignal,
): Promise<OAuthApp> {
  const { profile, practice } = context;
  const found = profile
    .get()
    .apps.find((app) => app.region.kind === 'practice' && app.clientId === practiceClientId);
  const inUse = profile.get().keys.find((key) => key.id === found?.keyInUse);
  if (found !== undefined && (await canSign(context, inUse, hold))) {
    await profile.update((now) => ({ ...now, currentAppId: found.id }));
    await practice.start();
    return found;
  }
  const key = await makeKey(context, hold, signal);
  const app = found ?? newApp(context);
  const keyIds = [...app.keyIds.filter((id) => id !== inUse?.id), key.id].slice(-maxKeysPerApp);
  const ready: OAuthApp = { ...app, keyIds, keyInUse: key.id };
  await profile.update((now) => ({
    ...now,
    keys: [...now.keys.filter(({ id, held }) => id !== inUse?.id || held === 'keychain'), key],
    apps:
      found === undefined
        ? [...now.apps, ready]
        : now.apps.map((candidate) => (candidate.id === ready.id ? ready : candidate)),
    currentAppId: ready.id,
  }));
  await practice.start();
  return ready;
}
