import { parseJson } from '../../json/parse-json.ts';
import { firstMilliseconds } from '../../jwt/read-times.ts';
import type { LintContext } from './lint-context.ts';
import { type Change, type FieldRule, type Notice, notice, quoted, setText } from './notice.ts';
import { type Place, sourceAt, textAt } from './place.ts';

/** The member must be there; `change` says what belongs there when that is known. */
export function required(change: (context: LintContext) => Change | null): FieldRule {
  return (place, context) =>
    place.node === null && place.segment.isComplete
      ? notice('required-missing', place, change(context))
      : null;
}

/** A number in quotation marks, with all of its digits. */
export function inQuotes(place: Place): Change | null {
  const source = sourceAt(place);
  return place.node?.type === 'number' && /^\d+$/.test(source) ? setText(source) : null;
}

/** The member must be a string; when it is not, `change` says what to do. */
export function mustBeText(
  change: (context: LintContext, place: Place) => Change | null = (_, place) => inQuotes(place),
): FieldRule {
  return (place, context) =>
    place.node === null || place.node.type === 'string'
      ? null
      : notice('not-a-string', place, change(context, place));
}

/** The member must not be the empty string, nor blank. */
export function mustNotBeBlank(change: (context: LintContext) => Change | null = () => null): FieldRule {
  return onText((text, place, context) =>
    text.trim() === '' ? notice('value-empty', place, change(context)) : null,
  );
}

/** A rule about a member that is a string. */
export function onText(rule: (text: string, place: Place, context: LintContext) => Notice | null): FieldRule {
  return (place, context) => {
    const text = textAt(place);
    return text === null ? null : rule(text, place, context);
  };
}

function wholeSeconds(value: number): Change | null {
  const seconds = Math.floor(value);
  return seconds >= 0 && seconds < firstMilliseconds ? { value: String(seconds) } : null;
}

/** The member must be an integer: no text, no fraction, no exponent. */
export const mustBeInteger: FieldRule = (place) => {
  const { node } = place;
  const source = sourceAt(place);
  if (node === null || (node.type === 'number' && /^-?\d+$/.test(source))) return null;
  const text = node.type === 'number' ? source : (textAt(place) ?? '').trim();
  const change = /^\d{1,15}(?:\.\d{1,15})?$/.test(text) ? wholeSeconds(Number(text)) : null;
  return notice('not-an-integer', place, change, { value: quoted(source) });
};

const smallerUnits = [1e3, 1e6, 1e9] as const;

/** A date must count seconds; one in milli-, micro- or nanoseconds is recognised by its size. */
export const mustCountSeconds: FieldRule = (place) => {
  const source = sourceAt(place);
  const value = Number(source);
  if (place.node?.type !== 'number' || value < firstMilliseconds) return null;
  const unit = smallerUnits.find((size) => value / size < firstMilliseconds);
  const change = unit === undefined ? null : wholeSeconds(value / unit);
  return notice('time-not-seconds', place, change, { value: quoted(source) });
};

/** The member must be an object. Text that holds an object's JSON is replaced by the object. */
export const mustBeObject: FieldRule = (place) => {
  if (place.node === null || place.node.type === 'object') return null;
  const text = textAt(place);
  const parsed = text === null ? null : parseJson(text);
  const change =
    text !== null && parsed?.ok === true && parsed.tree.type === 'object' ? { value: text } : null;
  return notice('not-an-object', place, change);
};
