import { memberValue, pointerStep } from '../json/json-members.ts';
import type { JsonNode } from '../json/parse-json.ts';
import { type Finding, finding } from './finding.ts';
import { readTimes, timeClaims } from './read-times.ts';

/** StringOrURI claims of RFC 7519 §4.1, and Coze's own. */
const stringClaims = ['iss', 'sub', 'jti', 'session_name'];

/** Dates that decide whether a token counts; of the others people also write text, such as ISO 8601 in `updated_at`. */
const validityClaims = new Set<string>(['iat', 'nbf', 'exp']);

function isAudience(node: JsonNode): boolean {
  if (node.type === 'array') return (node.children ?? []).every((item) => item.type === 'string');
  return node.type === 'string';
}

/** What RFC 7519 §4.1 says about the types of registered claims. Whether a date has passed is not looked at. */
export function checkClaims(payload: JsonNode, offsetOf: (at: number) => number): Finding[] {
  const findings: Finding[] = [];
  const note = (code: Finding['code'], severity: Finding['severity'], name: string, node: JsonNode) => {
    const details = { offset: offsetOf(node.offset), path: pointerStep(name), params: { name } };
    findings.push(finding(code, severity, 'payload', details));
  };
  for (const name of stringClaims) {
    const node = memberValue(payload, name);
    if (node !== null && node.type !== 'string') note('claim-not-string', 'warning', name, node);
  }
  const audience = memberValue(payload, 'aud');
  if (audience !== null && !isAudience(audience)) note('claim-not-string', 'warning', 'aud', audience);

  const times = readTimes(payload);
  for (const name of timeClaims) {
    const node = memberValue(payload, name);
    if (node === null) continue;
    const severity = validityClaims.has(name) ? 'error' : 'warning';
    if (node.type !== 'number') note('time-not-number', severity, name, node);
    const time = times.find((candidate) => candidate.name === name);
    if (time !== undefined && time.unit !== 'seconds') note(`time-${time.unit}`, 'warning', name, node);
    else if (time?.fraction === true) note('time-fraction', 'note', name, node);
  }
  return findings;
}
