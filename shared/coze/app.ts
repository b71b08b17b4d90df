import { z } from 'zod';
import { maxKeysPerApp } from './max-keys-per-app.ts';
import { regionSchema } from './region-schema.ts';
import { scopeSchema } from './scope.ts';
import { scopePresetsSchema } from './scope-preset.ts';

/** Which token path the app uses; ids are decimal or opaque text and never pass through a number. */
export const variantSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('developer') }),
  z.object({ kind: z.literal('channel') }),
  z.object({ kind: z.literal('cross-account'), accountId: z.string().min(1).max(128) }),
  z.object({ kind: z.literal('enterprise'), enterpriseId: z.string().min(1).max(128) }),
]);
export type Variant = Readonly<z.infer<typeof variantSchema>>;

/** `session_context.device_info`: one of the two, or none. */
export const deviceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('device-id'), value: z.string().min(1).max(256) }),
  z.object({ kind: z.literal('custom-consumer'), value: z.string().min(1).max(256) }),
]);
export type Device = Readonly<z.infer<typeof deviceSchema>>;

/** What a mint asks for beside the app itself. */
export const mintOptionsSchema = z.object({
  /** Lifetime of the access token in seconds, 1 to 86 399. */
  durationSeconds: z.number(),
  /** Empty text means: no `session_name`. */
  sessionName: z.string().max(1024),
  device: deviceSchema,
  scope: scopeSchema.nullable(),
});
export type MintOptions = Readonly<z.infer<typeof mintOptionsSchema>>;

export const defaultMintOptions: MintOptions = {
  durationSeconds: 900,
  sessionName: '',
  device: { kind: 'none' },
  scope: null,
};

/** What a person fills in about an app. */
export const appFieldsSchema = z.object({
  name: z.string().trim().min(1).max(120),
  region: regionSchema,
  /** The OAuth app id: `iss` of the assertion. */
  clientId: z.string().trim().min(1).max(256),
  variant: variantSchema,
  /** Ids of the keys registered with this app. */
  keyIds: z.array(z.string()).max(maxKeysPerApp),
  /** The one of `keyIds` that signs. */
  keyInUse: z.string().nullable(),
});
export type AppFields = Readonly<z.infer<typeof appFieldsSchema>>;

/** One Coze OAuth app as the user registered it. */
export const oauthAppSchema = appFieldsSchema.extend({
  id: z.string().min(1).max(64),
  defaults: mintOptionsSchema,
  /** Whether new tokens of the app renew by themselves. */
  autoRenew: z.boolean(),
  /** Scopes that are kept under names. */
  scopes: scopePresetsSchema,
});
export type OAuthApp = Readonly<z.infer<typeof oauthAppSchema>>;
