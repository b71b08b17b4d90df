/** A `kid` in every sample: 32 bytes as base64url without padding. */
export function looksLikeFingerprint(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** A JWT app id is a decimal number; samples have 12, 13 and 19 digits. */
export function looksLikeAppId(text: string): boolean {
  return /^\d{6,}$/.test(text);
}

/** Key material in PEM form, or the base64 that stands in one. */
export function looksLikePem(text: string): boolean {
  return /-----BEGIN|\bMII[A-Za-z0-9+/]{40}/.test(text);
}

const longestContact = 320;

/** Area code and number, held apart as nobody writes an id; an extension may follow. */
const landline = /^(?:\+?86[\s-]?)?\(?0\d{2,3}(?:\)[\s-]?|[\s-])\d{3,4}[\s-]?\d{4}(?:[\s-]{1,3}\d{1,6})?$/;

/**
 * A Chinese mobile number, a Chinese landline number with its area code, or any number written internationally (E.164);
 * with full-width digits as well.
 */
export function looksLikePhone(text: string): boolean {
  if (text.length > longestContact) return false;
  const written = text.normalize('NFKC').trim().replace(/[‐-―]/g, '-');
  const digits = written.replace(/[\s()-]/g, '');
  const isMobile = /^(?:\+?86)?1[3-9]\d{9}$/.test(digits);
  return isMobile || /^(?:\+|00)[1-9]\d{6,14}$/.test(digits) || landline.test(written);
}

export function looksLikeEmail(text: string): boolean {
  return text.length <= longestContact && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.normalize('NFKC').trim());
}
