import { type Endpoint, endpoints } from './endpoints.ts';

/** The entry of the catalogue that a request is, with what stands in place of its path parameters. */
export interface MatchedEndpoint {
  readonly endpoint: Endpoint;
  /** Decoded, in the order of the path; empty where a placeholder such as `:bot_id` stands. */
  readonly pathParams: readonly (readonly [name: string, value: string])[];
}

interface RequestLine {
  readonly method: string;
  /** Null where the host is not known. */
  readonly origin: string | null;
  /** Percent-encoded. */
  readonly path: string;
  /** `grant_type` of a token request, or null: its path alone does not say which entry it is. */
  readonly grantType: string | null;
}

const placeholder = /^(?::\w+|\{+[^{}]*\}+|<[^<>]*>|\$\{?\w+\}?|\[[^[\]]*\])$/;

/** Entries of the token path by their grant (RFC 6749 §4, RFC 7523 §2.1, RFC 8628 §3.4). */
const endpointOfGrant: Readonly<Record<string, string>> = {
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'oauth_token_jwt',
  authorization_code: 'oauth_token_code',
  refresh_token: 'oauth_token_refresh',
  'urn:ietf:params:oauth:grant-type:device_code': 'oauth_token_device',
};

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Null where the path is another; a literal segment counts more than a parameter. */
function matchPath(
  pattern: string,
  segments: readonly string[],
): { values: string[]; literals: number } | null {
  const parts = pattern.split('/');
  if (parts.length !== segments.length) return null;
  const values: string[] = [];
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (!part.startsWith(':')) {
      if (part !== segment) return null;
    } else {
      const value = decoded(segment);
      if (value === '') return null;
      values.push(placeholder.test(value) ? '' : value);
    }
  }
  return { values, literals: parts.length - values.length };
}

function isOnHost({ host }: Endpoint, origin: string | null): boolean {
  return host === null || origin === null || host === origin;
}

/** The entry of the catalogue for a request by HTTP, or null for a free request. WebSocket entries are never matched. */
export function matchEndpoint({ method, origin, path, grantType }: RequestLine): MatchedEndpoint | null {
  const segments = path.length > 1 ? path.replace(/\/$/, '').split('/') : path.split('/');
  const matches = endpoints
    .filter(
      (endpoint) => endpoint.method === method && endpoint.streaming !== 'ws' && isOnHost(endpoint, origin),
    )
    .flatMap((endpoint) => {
      const match = matchPath(endpoint.path, segments);
      return match === null ? [] : [{ endpoint, ...match }];
    })
    .toSorted((a, b) => b.literals - a.literals);
  const best = matches.find(({ endpoint }) => endpoint.id === endpointOfGrant[grantType ?? '']) ?? matches[0];
  if (best === undefined) return null;
  const { endpoint, values } = best;
  return { endpoint, pathParams: endpoint.pathParams.map(({ name }, index) => [name, values[index] ?? '']) };
}
