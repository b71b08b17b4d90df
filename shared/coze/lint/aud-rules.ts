import { mustBeText, mustNotBeBlank, onText, required } from './field-types.ts';
import type { LintCode } from './lint-codes.ts';
import type { LintContext } from './lint-context.ts';
import { type Change, type FieldRule, notice, quoted, setText } from './notice.ts';

const apiHosts = new Set(['api.coze.cn', 'api.coze.com']);
const otherHosts = new Set([
  'www.coze.cn',
  'www.coze.com',
  'ws.coze.cn',
  'ws.coze.com',
  'coze.cn',
  'coze.com',
]);

const audience = ({ hosts }: LintContext): Change | null => setText(hosts.audience);

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}

/** Why `aud` is not the audience; null where it is. */
function mismatch(aud: string, expected: string): LintCode | null {
  if (aud === expected) return null;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(aud)) return 'aud-is-url';
  if (aud.includes('/')) return 'aud-has-path';
  if (apiHosts.has(withoutPort(aud)) && withoutPort(aud) !== withoutPort(expected)) return 'aud-other-region';
  if (otherHosts.has(withoutPort(aud))) return 'aud-is-web-host';
  if (aud === withoutPort(expected)) return 'aud-without-port';
  if (withoutPort(aud) === withoutPort(expected)) {
    return expected === withoutPort(expected) ? 'aud-has-port' : 'aud-other-port';
  }
  return 'aud-not-api-host';
}

/** `aud`: the host of the API, and nothing else. */
export const audRules: readonly FieldRule[] = [
  required(audience),
  (place, context) =>
    place.node?.type === 'array'
      ? notice('aud-is-array', place, audience(context), { expected: context.hosts.audience })
      : null,
  mustBeText(audience),
  mustNotBeBlank(audience),
  onText((aud, place, context) => {
    const expected = context.hosts.audience;
    const code = mismatch(aud, expected);
    return code === null ? null : notice(code, place, audience(context), { value: quoted(aud), expected });
  }),
];
