import type { ApiCall } from './api-endpoint.ts';
import { refuseParameter, refuseUnknown } from './call-checks.ts';
import type { Shelf } from './shelf.ts';

/** Ticks `resource-known`: the shelf holds something with this id (else code 4200). */
export function requireKnown<Item extends { readonly id: string }>(
  { sheet }: ApiCall,
  shelf: Pick<Shelf<Item>, 'find'>,
  name: string,
  id: string,
): Item {
  return sheet.pass('resource-known', shelf.find(id) ?? refuseUnknown(name, id));
}

/** Ticks `values`: nothing is longer than its limit, in characters (else code 4000). */
export function requireLengths({ body, sheet }: ApiCall, limits: Readonly<Record<string, number>>): void {
  const tooLong = Object.entries(limits).find(([name, limit]) => {
    const value = body[name];
    return typeof value === 'string' && Array.from(value).length > limit;
  });
  sheet.pass(
    'values',
    tooLong === undefined
      ? null
      : refuseParameter(tooLong[0], `at most ${tooLong[1]} characters`, body[tooLong[0]]),
  );
}
