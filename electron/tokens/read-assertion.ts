import { type Device, deviceSchema, mintOptionsSchema } from '../../shared/coze/app.ts';
import { membersOf, memberValue } from '../../shared/json/json-members.ts';
import type { JsonNode } from '../../shared/json/parse-json.ts';
import { decodeToken } from '../../shared/jwt/decode-token.ts';
import { headerText } from '../../shared/jwt/header-text.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { SignedAssertion } from './exchange-for-token.ts';

/** An assertion that was signed before, and what it says of itself as far as it can be read. */
export interface GivenAssertion extends Omit<SignedAssertion, 'clockCorrectedMs'> {
  readonly kid: string | null;
  /** Empty when it has none, or one that no new assertion could be given. */
  readonly sessionName: string;
  readonly device: Device;
}

/** Compact serialisation with no part empty: all that goes into the `Authorization` header. */
const threeParts = /^[\w-]+\.[\w-]+\.[\w-]+$/;

function member(node: JsonNode | null, name: string): JsonNode | null {
  return node === null ? null : memberValue(node, name);
}

function text(node: JsonNode | null, name: string): string | null {
  const value: unknown = member(node, name)?.value;
  return typeof value === 'string' ? value : null;
}

function deviceOf(payload: JsonNode | null): Device {
  const info = member(member(payload, 'session_context'), 'device_info');
  const candidates = [
    { kind: 'device-id', value: text(info, 'device_id') },
    { kind: 'custom-consumer', value: text(info, 'custom_consumer') },
  ];
  for (const candidate of candidates) {
    const { data } = deviceSchema.safeParse(candidate);
    if (data !== undefined) return data;
  }
  return { kind: 'none' };
}

/**
 * Reads a signed assertion, white space around it left out. Only its form is checked: what its claims are worth is for
 * the token endpoint to say.
 *
 * @throws ProblemError `exchange/not-a-jwt` unless it is a JWS of three parts with an object for a header
 */
export function readAssertion(given: string): GivenAssertion {
  const decoded = decodeToken(given);
  const { text: jwt, format } = decoded;
  if (format !== 'jws' || !threeParts.test(jwt)) throw new ProblemError('exchange/not-a-jwt');
  const payload = decoded.payload.tree;
  const sessionName = mintOptionsSchema.shape.sessionName.safeParse(text(payload, 'session_name'));
  return {
    jwt,
    jti: text(payload, 'jti'),
    claims: payload === null ? [] : [...new Set(membersOf(payload).map(({ name }) => name))],
    kid: headerText(decoded, 'kid'),
    sessionName: sessionName.data ?? '',
    device: deviceOf(payload),
  };
}
