import type { ImportResult } from '../../shared/bridge.ts';
import type { AppForm } from './app-form.ts';

/** An import that turned out to be a configuration file. */
export type ConfigImport = Extract<ImportResult, { readonly kind: 'config' }>;

/** What a configuration file fills in of a new app's form; a file that says nothing of a field leaves it alone. */
export function prefillOfConfig(fields: ConfigImport['fields']): Partial<AppForm> {
  return {
    ...(fields.name === undefined ? {} : { name: fields.name }),
    ...(fields.clientId === undefined ? {} : { clientId: fields.clientId }),
    ...(fields.region === undefined ? {} : { regionKind: fields.region.kind }),
    ...(fields.region?.kind === 'custom' ? { baseUrl: fields.region.baseUrl } : {}),
    ...(fields.variant === undefined ? {} : { variantKind: fields.variant.kind }),
  };
}
