import { type Endpoint, endpoints } from '../../../shared/coze/endpoints.ts';

/**
 * The entry of the API catalogue with this id.
 *
 * @throws Error when there is none
 */
export function catalogueEntry(id: string): Endpoint {
  const entry = endpoints.find((endpoint) => endpoint.id === id);
  if (entry === undefined) throw new Error(`the catalogue has no entry "${id}"`);
  return entry;
}

/** The permissions that the entry names. */
export function permissionsOf({ permission }: Endpoint): readonly string[] {
  return permission === null || permission === '' ? [] : permission.split(' + ');
}
