/** What is wrong with base64url text, at the character where it begins. */
export interface Base64urlIssue {
  readonly code:
    | 'masked'
    | 'whitespace-inside'
    | 'standard-base64'
    | 'padding'
    | 'invalid-character'
    | 'length-impossible'
    | 'trailing-bits';
  readonly offset: number;
  readonly character: string;
}

export interface DecodedBase64url {
  /** As far as it could be decoded: up to the first mask or foreign character. */
  readonly bytes: Uint8Array;
  /** At most one of each code, in the order of the text. */
  readonly issues: readonly Base64urlIssue[];
  /** False when something after `bytes` was left out. */
  readonly complete: boolean;
  /** The place in the text of the `n`th character that carries six bits. */
  readonly placeOf: (n: number) => number;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Int8Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value += 1) values[alphabet.charCodeAt(value)] = value;

/** The characters that documentation puts in place of a part that it hides. */
export function isMask(character: string): boolean {
  return character === '*' || character === '…' || character === '•';
}

function sextetOf(character: string): number {
  if (character === '+') return 62;
  if (character === '/') return 63;
  return values[character.charCodeAt(0)] ?? -1;
}

/**
 * Decodes base64url (RFC 4648 §5 without padding, as RFC 7515 §2 asks) and says where the text departs from it.
 * Standard base64, padding and white space are noted and decoded all the same. Never throws.
 */
export function decodeBase64url(text: string): DecodedBase64url {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  const issues = new Map<Base64urlIssue['code'], Base64urlIssue>();
  const note = (code: Base64urlIssue['code'], offset: number) => {
    if (!issues.has(code)) issues.set(code, { code, offset, character: text.slice(offset, offset + 1) });
  };
  const skipped: number[] = [];
  let complete = true;
  let bits = 0;
  let held = 0;
  let count = 0;
  let size = 0;
  let last = 0;

  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const value = sextetOf(character);
    if (value >= 0) {
      if (character === '+' || character === '/') note('standard-base64', at);
      bits = ((bits << 6) | value) & 0xffff;
      held += 6;
      count += 1;
      last = at;
      if (held >= 8) {
        held -= 8;
        bytes[size] = (bits >> held) & 0xff;
        size += 1;
      }
    } else if (/\s/.test(character)) {
      note('whitespace-inside', at);
      skipped.push(at);
    } else if (character === '=' && /^[=\s]*$/.test(text.slice(at, at + 8)) && text.length - at <= 8) {
      note('padding', at);
      break;
    } else {
      note(isMask(character) ? 'masked' : 'invalid-character', at);
      complete = false;
      break;
    }
  }
  if (complete && count % 4 === 1) note('length-impossible', last);
  else if (complete && (bits & ((1 << held) - 1)) !== 0) note('trailing-bits', last);

  const placeOf = (n: number): number => {
    let place = n;
    for (const space of skipped) {
      if (space > place) break;
      place += 1;
    }
    return Math.min(place, text.length);
  };
  return { bytes: bytes.subarray(0, size), issues: [...issues.values()], complete, placeOf };
}
