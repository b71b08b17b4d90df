import { z } from 'zod';
import { variableSetSchema } from './console-run.ts';
import { oauthAppSchema } from './coze/app.ts';
import { signingKeySchema } from './coze/key.ts';
import { defaultHistory } from './history-settings.ts';
import { defaultNetwork } from './network-settings.ts';

const networkSchema = z.object({
  proxy: z.object({
    kind: z.enum(['system', 'none', 'own']),
    url: z.string().max(2048),
    user: z.string().max(256),
  }),
  caFile: z.string().min(1).max(4096).nullable(),
  timeoutSeconds: z.number().int().min(1).max(3600),
  followRedirects: z.boolean(),
});

const historySchema = z.object({
  entries: z.number().int().min(0).max(20_000),
  megabytes: z.number().int().min(1).max(10_240),
});

export const settingsSchema = z.object({
  language: z.enum(['system', 'zh', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Seconds after which a copied token leaves the clipboard if it is still there; 0 means never. */
  clipboardSeconds: z.number().int().min(0).max(3600),
  /** Whether pinned tokens survive the end of the app, in the keychain. */
  keepPins: z.boolean(),
  /** Seconds before a token expires at which the system says so; none at all for never. */
  notifyBeforeSeconds: z.array(z.number().int().min(5).max(86_400)).max(5),
  /** Whether assertions are signed on the server's clock when it is known to be over 5 s off the local one. */
  useServerClock: z.boolean(),
  /** Whether live tokens survive the end of the app, in the keychain. */
  keepTokens: z.boolean(),
  /** Origins other than the regions' own to which a person lets tokens go, such as `https://gateway.example`. */
  tokenOrigins: z.array(z.string().max(300)).max(100),
  network: networkSchema,
  history: historySchema,
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  clipboardSeconds: 60,
  keepPins: false,
  notifyBeforeSeconds: [120, 30],
  useServerClock: true,
  keepTokens: false,
  tokenOrigins: [],
  network: defaultNetwork,
  history: defaultHistory,
};

export const profileVersion = 1;

/** What is kept between runs. No secret is ever part of it. */
export const profileSchema = z.object({
  version: z.literal(profileVersion),
  settings: settingsSchema,
  /** In the user's order. */
  apps: z.array(oauthAppSchema),
  keys: z.array(signingKeySchema),
  currentAppId: z.string().nullable(),
  /** In the user's order. */
  variableSets: z.array(variableSetSchema).max(100),
  /**
   * Which hash of the public key Coze's `kid` is, as an exchange in an official region has shown; absent while none has.
   */
  kidFormula: z.enum(['spki', 'jwkThumbprint', 'pkcs1']).optional(),
});
export type Profile = Readonly<z.infer<typeof profileSchema>>;

export const emptyProfile: Profile = {
  version: profileVersion,
  settings: defaultSettings,
  apps: [],
  keys: [],
  currentAppId: null,
  variableSets: [],
};
