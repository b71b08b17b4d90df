import type { Endpoint } from '../../shared/coze/endpoints.ts';
import { httpMethods } from '../../shared/http-methods.ts';
import { UsageError } from './usage-error.ts';

/** What `call` was asked to call. */
export interface CallTarget {
  readonly method: string;
  /** With its `:name` parameters filled in. */
  readonly path: string;
}

/** `k=v` of an option that may be repeated. */
export type NamedValue = readonly [name: string, value: string];

/** @throws UsageError when there is no name before the separator */
export function readPairs(
  option: string,
  texts: readonly string[],
  separator: '=' | ':',
): readonly NamedValue[] {
  return texts.map((text) => {
    const at = text.indexOf(separator);
    const name = text.slice(0, Math.max(at, 0)).trim();
    if (name === '')
      throw new UsageError('usage.bad-value', { option, value: text, expected: `k${separator}v` });
    const value = text.slice(at + 1);
    return [name, separator === ':' ? value.trim() : value];
  });
}

/** @throws UsageError for a parameter without a value, and for a value without a parameter */
function filled(path: string, values: readonly NamedValue[]): string {
  const given = new Map(values);
  const used = new Set<string>();
  const result = path.replace(/(?<=\/):([A-Za-z_]\w*)/g, (_whole, name: string) => {
    used.add(name);
    const value = given.get(name) ?? '';
    if (value === '') throw new UsageError('call.path-missing', { name });
    return encodeURIComponent(value);
  });
  const extra = [...given.keys()].find((name) => !used.has(name));
  if (extra !== undefined) throw new UsageError('call.path-unknown', { name: extra, path });
  return result;
}

/** The ids that are most like `wanted`: those that have it in them, or begin as it does. */
function similar(ids: readonly string[], wanted: string): readonly string[] {
  const inside = ids.filter((id) => id.includes(wanted));
  return (inside.length > 0 ? inside : ids.filter((id) => id.startsWith(wanted.slice(0, 4)))).slice(0, 8);
}

function fromCatalogue(endpoints: readonly Endpoint[], wanted: string): Endpoint {
  const found = endpoints.find(({ id }) => id === wanted);
  if (found === undefined) {
    const known = similar(
      endpoints.map(({ id }) => id),
      wanted,
    );
    throw new UsageError('call.endpoint-unknown', { id: wanted, known: known.join(', ') || '-' });
  }
  if (found.streaming === 'ws' || found.host !== null) {
    throw new UsageError('call.endpoint-elsewhere', { id: wanted, host: found.host ?? 'WebSocket' });
  }
  return found;
}

/**
 * Reads `METHOD PATH` or `ENDPOINT_ID`.
 *
 * @param loadEndpoints - the catalogue, loaded only when an id is looked up
 * @throws UsageError for anything else, for an endpoint that is no HTTP request to the API host, and for path parameters
 *   that do not fit
 */
export async function readCallTarget(
  positionals: readonly string[],
  pathValues: readonly NamedValue[],
  loadEndpoints: () => Promise<readonly Endpoint[]>,
): Promise<CallTarget> {
  const [first, second, third] = positionals;
  if (first === undefined) throw new UsageError('call.no-target');
  if (third !== undefined) throw new UsageError('usage.unexpected-argument', { argument: third });
  if (second === undefined) {
    const { method, path } = fromCatalogue(await loadEndpoints(), first);
    return { method, path: filled(path, pathValues) };
  }
  const method = first.toUpperCase();
  if (!httpMethods.some((known) => known === method)) {
    throw new UsageError('usage.bad-value', {
      option: 'METHOD',
      value: first,
      expected: httpMethods.join(', '),
    });
  }
  if (!second.startsWith('/')) {
    throw new UsageError('usage.bad-value', { option: 'PATH', value: second, expected: '/…' });
  }
  return { method, path: filled(second, pathValues) };
}
