import { utf8Length } from '../../jwt/decode-utf8.ts';
import { mustBeText, mustNotBeBlank, onText, required } from './field-types.ts';
import { type FieldRule, notice } from './notice.ts';

/** Coze advises more bytes than this. */
const advisedBytes = 32;

/** `jti`: a random string, different for every assertion. */
export const jtiRules: readonly FieldRule[] = [
  required(() => null),
  mustBeText(),
  mustNotBeBlank(),
  onText((jti, place, { usedJtis }) => (usedJtis?.(jti) === true ? notice('jti-used', place) : null)),
  onText((jti, place) => {
    const bytes = utf8Length(jti, jti.length);
    return bytes > advisedBytes ? null : notice('jti-short', place, null, { bytes, advised: advisedBytes });
  }),
];
