const firstId = 7_400_000_000_000_000_000n;

/**
 * A function that gives a new id each time: 19 digits, beyond 2^53 and within a signed 64-bit integer, as Coze's are.
 * A counter in the low bits keeps them apart whatever `randomBytes` gives.
 */
export function createIdSource(randomBytes: (n: number) => Uint8Array): () => bigint {
  let count = 0n;
  return () => {
    count = (count + 1n) % 0x10000n;
    const random = BigInt(`0x${Buffer.from(randomBytes(5)).toString('hex')}`);
    return firstId + (random << 16n) + count;
  };
}
