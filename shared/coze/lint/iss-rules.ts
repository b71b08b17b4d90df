import { looksLikeFingerprint, looksLikePem } from '../looks-like.ts';
import { inQuotes, mustBeText, mustNotBeBlank, onText, required } from './field-types.ts';
import type { LintContext } from './lint-context.ts';
import { type Change, type FieldRule, notice, quoted, setText } from './notice.ts';

const clientId = ({ clientId }: LintContext): Change | null => setText(clientId);

/** `iss`: the OAuth app's id, as a string. */
export const issRules: readonly FieldRule[] = [
  required(clientId),
  mustBeText((context, place) => clientId(context) ?? inQuotes(place)),
  mustNotBeBlank(clientId),
  onText((iss, place, context) =>
    looksLikePem(iss) ? notice('iss-is-pem', place, clientId(context)) : null,
  ),
  onText((iss, place, context) =>
    iss.endsWith('.app.coze')
      ? notice('iss-is-client-id', place, clientId(context), { value: quoted(iss) })
      : null,
  ),
  onText((iss, place, context) => {
    const isKid = looksLikeFingerprint(iss) && !/^\d+$/.test(iss);
    return isKid ? notice('iss-is-kid', place, clientId(context), { value: iss }) : null;
  }),
  onText((iss, place, context) => {
    const expected = context.clientId ?? '';
    if (expected === '' || iss === expected) return null;
    return notice('iss-other-app', place, clientId(context), { value: quoted(iss), expected });
  }),
  onText((iss, place) => {
    if (/^\d+$/.test(iss)) return null;
    const trimmed = iss.trim();
    const change = /^\d+$/.test(trimmed) ? setText(trimmed) : null;
    return notice('iss-not-digits', place, change, { value: quoted(iss) });
  }),
];
