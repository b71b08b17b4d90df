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

/** @throws UsageError, which names what was `expected`, when there is no name before the separator */
export function readPairs(
  option: string,
  texts: readonly string[],
  separator: '=' | ':',
  expected = `k${separator}v`,
): readonly NamedValue[] {
  return texts.map((text) => {
    const at = text.indexOf(separator);
    const name = text.slice(0, Math.max(at, 0)).trim();
    if (name === '') throw new UsageError('usage.bad-value', { option, value: text, expected });
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

/** `.` or `..`, percent-encoded or not (WHATWG URL, "single-dot segment"). */
const dotSegment = /^(?:\.|%2e){1,2}$/i;

/** @throws UsageError for a path that a URL would bend, or lead to another host */
function straight(path: string): string {
  const [pathname = ''] = path.split('?', 1);
  const isBent = pathname.split('/').some((segment) => dotSegment.test(segment));
  if (isBent || pathname.startsWith('//') || pathname.includes('\\')) {
    throw new UsageError('call.path-crooked', { path });
  }
  return path;
}

/** The ids that are most like `wanted`: those that have it in them, or begin as it does. */
function similar(ids: readonly string[], wanted: string): readonly string[] {
  const inside = ids.filter((id) => id.includes(wanted));
  return (inside.length > 0 ? inside : ids.filter((id) => id.startsWith(wanted.slice(0, 4)))).slice(0, 8);
}

/** The endpoint with that id. @throws UsageError, which names those like it, when there is none */
export function findEndpoint(endpoints: readonly Endpoint[], wanted: string): Endpoint {
  const found = endpoints.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  const ids = endpoints.map(({ id }) => id);
  const known = similar(ids, wanted).join(', ');
  throw known === ''
    ? new UsageError('call.endpoint-unknown', { id: wanted })
    : new UsageError('call.endpoint-unlike', { id: wanted, known });
}

function callable(endpoints: readonly Endpoint[], wanted: string): Endpoint {
  const found = findEndpoint(endpoints, wanted);
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
    const { method, path } = callable(await loadEndpoints(), first);
    return { method, path: straight(filled(path, pathValues)) };
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
  return { method, path: straight(filled(second, pathValues)) };
}
