/** Bytes of a signature by `alg` (RFC 7518 §3.2 and §3.4, RFC 8037 §3.1, RFC 8812 §3.2). */
const exactSizes: ReadonlyMap<string, readonly number[]> = new Map([
  ['HS256', [32]],
  ['HS384', [48]],
  ['HS512', [64]],
  ['ES256', [64]],
  ['ES256K', [64]],
  ['ES384', [96]],
  ['ES512', [132]],
  ['EdDSA', [64, 114]],
  ['Ed25519', [64]],
  ['Ed448', [114]],
]);

const smallestRsa = 128;
const largestRsa = 2048;
/** RSA keys of other sizes than whole multiples of this are possible, but nobody makes them. */
const rsaStep = 32;

function isRsa(alg: string): boolean {
  return /^[RP]S(?:256|384|512)$/.test(alg);
}

/** What a signature by `alg` takes, in bytes, as a person reads it; null for an `alg` that is not known. */
export function signatureSizeOf(alg: string): string | null {
  return isRsa(alg) ? '128, 256, 384, 512' : (exactSizes.get(alg)?.join(', ') ?? null);
}

/** False when no key makes a signature by `alg` of so many bytes. True for an `alg` that is not known. */
export function isSignatureSize(alg: string, bytes: number): boolean {
  if (isRsa(alg)) return bytes >= smallestRsa && bytes <= largestRsa && bytes % rsaStep === 0;
  return exactSizes.get(alg)?.includes(bytes) ?? true;
}
