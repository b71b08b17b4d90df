/**
 * What the documentation says of a JSON value. `id` is a 64-bit integer as a text, as `Agw-Js-Conv: str` asks for it. A
 * member whose name ends in `?` may be absent.
 */
export type Shape =
  | 'id'
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'map'
  | readonly [Shape]
  | { readonly [member: string]: Shape };

/** The shape of each answer beside `code`, `msg` and `detail`, by the catalogue's id. */
export type Shapes = Readonly<Record<string, { readonly [member: string]: Shape }>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fits(value: unknown, shape: string): boolean {
  switch (shape) {
    case 'id':
      return typeof value === 'string' && /^\d{1,19}$/.test(value);
    case 'text':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'map':
      return isObject(value);
    default:
      return typeof value === shape;
  }
}

/** Where `value` is not as documented: members missing, too many or of another type. Empty when it is. */
export function differences(value: unknown, shape: Shape, at: string): readonly string[] {
  if (typeof shape === 'string') return fits(value, shape) ? [] : [`${at} is no ${shape}`];
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((item, index) => differences(item, shape[0], `${at}[${index}]`));
  }
  if (!isObject(value)) return [`${at} is no object`];
  const known = Object.entries(shape).map(([name, member]) => ({
    name: name.replace(/\?$/, ''),
    optional: name.endsWith('?'),
    member,
  }));
  const surplus = Object.keys(value).filter((name) => !known.some((each) => each.name === name));
  return [
    ...surplus.map((name) => `${at}.${name} is not documented`),
    ...known.flatMap(({ name, optional, member }) =>
      name in value
        ? differences(value[name], member, `${at}.${name}`)
        : optional
          ? []
          : [`${at}.${name} is missing`],
    ),
  ];
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
