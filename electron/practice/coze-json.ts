/** A JSON value whose 64-bit ids are held as `bigint`. A member that is `undefined` is left out. */
export type CozeValue =
  | string
  | number
  | boolean
  | null
  | bigint
  | readonly CozeValue[]
  | { readonly [member: string]: CozeValue | undefined };

/** How ids are written: as bare digits, or quoted as the header `Agw-Js-Conv: str` asks. */
export type IdForm = 'number' | 'text';

/** Writes `value` as JSON. Ids keep every digit, because they never pass through a float. */
export function writeCozeJson(value: CozeValue, idForm: IdForm): string {
  if (typeof value === 'bigint') return idForm === 'text' ? `"${value}"` : value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => writeCozeJson(item, idForm)).join(',')}]`;
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [`${JSON.stringify(name)}:${writeCozeJson(member, idForm)}`],
  );
  return `{${members.join(',')}}`;
}

function isList(value: CozeValue): value is readonly CozeValue[] {
  return Array.isArray(value);
}
