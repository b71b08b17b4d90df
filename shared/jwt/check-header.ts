import { memberValue, pointerStep } from '../json/json-members.ts';
import type { JsonNode } from '../json/parse-json.ts';
import { type Finding, finding } from './finding.ts';

/** Parameters of RFC 7515, RFC 7516 and RFC 7518: `crit` must not list them (RFC 7515 §4.1.11). */
const registered = new Set(
  'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit enc zip epk apu apv iv tag p2s p2c'.split(' '),
);
/** Extensions that this program applies itself. */
const understood = new Set(['b64']);

const enoughNames = 100;

/** `b64` of RFC 7797 §3; true unless the header says false. */
export function isPayloadEncoded(header: JsonNode): boolean {
  return memberValue(header, 'b64')?.value !== false;
}

/** The header's `alg` when it is text, else null. */
export function algOf(header: JsonNode): string | null {
  const value: unknown = memberValue(header, 'alg')?.value;
  return typeof value === 'string' ? value : null;
}

function checkCrit(header: JsonNode, crit: JsonNode, offsetOf: (at: number) => number): Finding[] {
  const items = crit.children ?? [];
  if (crit.type !== 'array' || items.length === 0) {
    const params = { reason: 'not-a-list', name: '' };
    return [
      finding('crit-invalid', 'error', 'header', { offset: offsetOf(crit.offset), path: '/crit', params }),
    ];
  }
  const seen = new Set<unknown>();
  return items.slice(0, enoughNames).flatMap((item, index) => {
    const name: unknown = item.value;
    const isRepeated = seen.has(name);
    seen.add(name);
    const place = { offset: offsetOf(item.offset), path: `/crit${pointerStep(index)}` };
    const invalid = (reason: string, name: string) =>
      finding('crit-invalid', 'error', 'header', { ...place, params: { reason, name } });
    if (typeof name !== 'string' || name === '') return [invalid('not-a-name', '')];
    if (isRepeated) return [finding('crit-duplicate', 'error', 'header', { ...place, params: { name } })];
    if (registered.has(name)) return [invalid('registered', name)];
    if (memberValue(header, name) === null) return [invalid('not-in-header', name)];
    if (understood.has(name)) return [];
    return [finding('crit-not-understood', 'warning', 'header', { ...place, params: { name } })];
  });
}

function checkAlg(header: JsonNode, offsetOf: (at: number) => number): Finding[] {
  const alg = memberValue(header, 'alg');
  if (alg === null) return [finding('alg-missing', 'error', 'header')];
  const details = { offset: offsetOf(alg.offset), path: '/alg' };
  if (alg.type !== 'string') return [finding('alg-not-string', 'error', 'header', details)];
  if (String(alg.value).toLowerCase() !== 'none') return [];
  return [finding('alg-none', 'warning', 'header', { ...details, params: { alg: String(alg.value) } })];
}

/** What RFC 7515 §4 and RFC 7797 say about a header object. `offsetOf` maps text to the segment. */
export function checkHeader(header: JsonNode, offsetOf: (at: number) => number): Finding[] {
  const findings = checkAlg(header, offsetOf);
  const crit = memberValue(header, 'crit');
  if (crit !== null) findings.push(...checkCrit(header, crit, offsetOf));
  for (const name of ['kid', 'typ', 'cty']) {
    const value = memberValue(header, name);
    if (value === null || value.type === 'string') continue;
    const details = { offset: offsetOf(value.offset), path: pointerStep(name), params: { name } };
    findings.push(finding('claim-not-string', 'warning', 'header', details));
  }
  const b64 = memberValue(header, 'b64');
  const path = '/b64';
  if (b64 !== null && b64.type !== 'boolean') {
    findings.push(finding('b64-not-boolean', 'error', 'header', { offset: offsetOf(b64.offset), path }));
  }
  if (!isPayloadEncoded(header)) {
    findings.push(finding('b64-false', 'note', 'header', { path }));
    const named = crit?.children?.some((item) => item.value === 'b64') ?? false;
    if (!named) findings.push(finding('b64-without-crit', 'error', 'header', { path }));
  }
  return findings;
}
