import type { AppFields, OAuthApp, Variant } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { maxKeysPerApp } from '../../shared/coze/max-keys-per-app.ts';
import { parseBaseUrl, type Region } from '../../shared/coze/region.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { AppForm } from './app-form.ts';
import { type ConfigImport, prefillOfConfig } from './prefill-of-config.ts';

export function formOfApp(app: OAuthApp, keys: readonly SigningKey[]): AppForm {
  return {
    name: app.name,
    regionKind: app.region.kind,
    baseUrl: app.region.kind === 'custom' ? app.region.baseUrl : '',
    clientId: app.clientId,
    variantKind: app.variant.kind,
    accountId: app.variant.kind === 'cross-account' ? app.variant.accountId : '',
    enterpriseId: app.variant.kind === 'enterprise' ? app.variant.enterpriseId : '',
    keyIds: app.keyIds,
    keyInUse: app.keyInUse,
    kids: Object.fromEntries(app.keyIds.map((id) => [id, keys.find((key) => key.id === id)?.kid ?? ''])),
  };
}

export type BaseUrlReason =
  | 'not-a-url'
  | 'scheme'
  | 'http-not-loopback'
  | 'credentials'
  | 'path'
  | 'practice-stopped';

/** Why the base URL cannot be used; null when it can, or when the region needs none. */
export function baseUrlProblem(form: AppForm): BaseUrlReason | null {
  if (form.regionKind !== 'custom') return null;
  try {
    parseBaseUrl(form.baseUrl);
    return null;
  } catch (thrown) {
    const reason = thrown instanceof ProblemError ? thrown.problem.params['reason'] : undefined;
    return (reason as BaseUrlReason | undefined) ?? 'not-a-url';
  }
}

function regionOf(form: AppForm): Region {
  return form.regionKind === 'custom'
    ? { kind: 'custom', baseUrl: parseBaseUrl(form.baseUrl).origin }
    : { kind: form.regionKind };
}

function variantOf(form: AppForm): Variant {
  switch (form.variantKind) {
    case 'cross-account':
      return { kind: 'cross-account', accountId: form.accountId.trim() };
    case 'enterprise':
      return { kind: 'enterprise', enterpriseId: form.enterpriseId.trim() };
    case 'developer':
    case 'channel':
      return { kind: form.variantKind };
  }
}

export interface MissingInForm {
  readonly name: boolean;
  readonly clientId: boolean;
  readonly variantId: boolean;
}

/** Which needed fields are empty. */
export function missingIn(form: AppForm): MissingInForm {
  const variantIds: Partial<Record<Variant['kind'], string>> = {
    'cross-account': form.accountId,
    enterprise: form.enterpriseId,
  };
  return {
    name: form.name.trim() === '',
    clientId: form.clientId.trim() === '',
    variantId: variantIds[form.variantKind]?.trim() === '',
  };
}

/** The fields to save, or null while something is missing or wrong. */
export function fieldsOf(form: AppForm): AppFields | null {
  const missing = missingIn(form);
  if (missing.name || missing.clientId || missing.variantId || baseUrlProblem(form) !== null) return null;
  return {
    name: form.name.trim(),
    region: regionOf(form),
    clientId: form.clientId.trim(),
    variant: variantOf(form),
    keyIds: [...form.keyIds],
    keyInUse: form.keyInUse,
  };
}

/** Adds a key and signs with it when it is the first. */
export function withKey(form: AppForm, keyId: string, kid: string): AppForm {
  if (form.keyIds.includes(keyId) || form.keyIds.length >= maxKeysPerApp) return form;
  return {
    ...form,
    keyIds: [...form.keyIds, keyId],
    keyInUse: form.keyInUse ?? keyId,
    kids: { ...form.kids, [keyId]: kid },
  };
}

/** Fills in what a configuration file says, where the form has no app ID yet. */
export function withConfig(form: AppForm, config: ConfigImport['fields'] | null): AppForm {
  if (config === null || form.clientId.trim() !== '') return form;
  const { name, ...rest } = prefillOfConfig(config);
  return { ...form, ...rest, ...(form.name.trim() === '' && name !== undefined ? { name } : {}) };
}

/** Takes a key out; another one signs when it was in use. */
export function withoutKey(form: AppForm, keyId: string): AppForm {
  const keyIds = form.keyIds.filter((id) => id !== keyId);
  return { ...form, keyIds, keyInUse: form.keyInUse === keyId ? (keyIds[0] ?? null) : form.keyInUse };
}

/** Lets app id and the `kid` of the key in use change places. */
export function swapIds(form: AppForm): AppForm {
  if (form.keyInUse === null) return form;
  return {
    ...form,
    clientId: form.kids[form.keyInUse] ?? '',
    kids: { ...form.kids, [form.keyInUse]: form.clientId },
  };
}
