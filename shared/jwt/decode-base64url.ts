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
const foreign = 255;
/** Set in the value of a character that is standard base64 only. */
const standard = 64;
const values = new Uint8Array(128).fill(foreign);
for (let value = 0; value < alphabet.length; value += 1) values[alphabet.charCodeAt(value)] = value;
values[0x2b] = 62 | standard; // +
values[0x2f] = 63 | standard; // /

/** The characters that documentation puts in place of a part that it hides. */
export function isMask(character: string): boolean {
  return character === '*' || character === '…' || character === '•';
}

function sextetOf(code: number): number {
  return values[code] ?? foreign;
}

/** Decodes whole groups of four, up to the first in which anything is unusual. Returns how many there were. */
function decodeCleanGroups(text: string, bytes: Uint8Array): number {
  const groups = Math.floor(text.length / 4);
  for (let group = 0; group < groups; group += 1) {
    const at = group * 4;
    const a = sextetOf(text.charCodeAt(at));
    const b = sextetOf(text.charCodeAt(at + 1));
    const c = sextetOf(text.charCodeAt(at + 2));
    const d = sextetOf(text.charCodeAt(at + 3));
    if ((a | b | c | d) >= standard) return group;
    const size = group * 3;
    bytes[size] = (a << 2) | (b >> 4);
    bytes[size + 1] = ((b & 15) << 4) | (c >> 2);
    bytes[size + 2] = ((c & 3) << 6) | d;
  }
  return groups;
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
  const groups = decodeCleanGroups(text, bytes);
  let complete = true;
  let bits = 0;
  let held = 0;
  let count = groups * 4;
  let size = groups * 3;
  let last = Math.max(0, count - 1);

  for (let at = count; at < text.length; at += 1) {
    const value = sextetOf(text.charCodeAt(at));
    if (value !== foreign) {
      if (value >= standard) note('standard-base64', at);
      bits = ((bits << 6) | (value & 63)) & 0xffff;
      held += 6;
      count += 1;
      last = at;
      if (held >= 8) {
        held -= 8;
        bytes[size] = (bits >> held) & 0xff;
        size += 1;
      }
      continue;
    }
    const character = text.charAt(at);
    if (/\s/.test(character)) {
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
