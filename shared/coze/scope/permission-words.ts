import type { Endpoint } from '../endpoints.ts';
import { permissions } from '../permissions.ts';
import { endpointsNeeding } from './needed-permissions.ts';

function wordsById(): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { permission, meaning_en, meaning_zh } of permissions) {
    for (const { id } of endpointsNeeding(permission)) {
      words.set(id, `${words.get(id) ?? ''} ${permission} ${meaning_en} ${meaning_zh}`.trim());
    }
  }
  return words;
}

let known: ReadonlyMap<string, string> | null = null;

/**
 * What an endpoint is found by through the permissions that it needs: each with its resource, as it stands in a scope, and
 * what it means in both languages. Empty when it needs none.
 */
export function permissionWords({ id }: Pick<Endpoint, 'id'>): string {
  known ??= wordsById();
  return known.get(id) ?? '';
}
