import { membersOf } from '../../json/json-members.ts';
import { looksLikeEmail, looksLikePhone } from '../looks-like.ts';
import { mustBeObject, mustBeText, onText } from './field-types.ts';
import type { LintSegment } from './lint-segment.ts';
import { type FieldRule, type Notice, notice, removal } from './notice.ts';
import { placeOf } from './place.ts';

/** `session_name`: keeps the conversations of the caller's users apart. */
export const sessionNameRules: readonly FieldRule[] = [
  (place, { wantsSessions }) =>
    wantsSessions === true && place.node === null && place.segment.isComplete
      ? notice('session-name-missing', place)
      : null,
  mustBeText(),
  onText((name, place, { wantsSessions }) => {
    if (name.trim() !== '') return null;
    return notice('session-name-empty', place, wantsSessions === true ? null : removal);
  }),
];

const mustNotBeBare: FieldRule = (place) =>
  place.node?.type === 'object' && membersOf(place.node).length === 0
    ? notice('session-context-empty', place, removal)
    : null;

/** `session_context` and its `device_info`: objects with something in them. */
export const sessionObjectRules: readonly FieldRule[] = [mustBeObject, mustNotBeBare];

const mustSaySomething: FieldRule = onText((text, place) =>
  text.trim() === '' ? notice('device-value-empty', place, removal) : null,
);

export const deviceIdRules: readonly FieldRule[] = [mustBeText(), mustSaySomething];

/** `custom_consumer`: an id of the caller's own, but nothing by which a person could be known. */
export const customConsumerRules: readonly FieldRule[] = [
  mustBeText(),
  mustSaySomething,
  onText((text, place) => (looksLikePhone(text) ? notice('custom-consumer-phone', place) : null)),
  onText((text, place) => (looksLikeEmail(text) ? notice('custom-consumer-email', place) : null)),
];

const deviceInfo = ['session_context', 'device_info'] as const;

/** One of `device_id` and `custom_consumer` is enough. */
export function findInDeviceInfo(payload: LintSegment): readonly (Notice | null)[] {
  const isThere = (name: string) => placeOf(payload, [...deviceInfo, name]).node !== null;
  const hasBoth = isThere('device_id') && isThere('custom_consumer');
  return [hasBoth ? notice('device-both', placeOf(payload, deviceInfo)) : null];
}
