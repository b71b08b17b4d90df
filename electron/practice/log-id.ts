import type { EpochMilliseconds } from '../../shared/time.ts';

/** A log id as Coze forms them: the time in 14 digits (here UTC), then 20 hexadecimal digits. */
export function makeLogId(time: EpochMilliseconds, randomBytes: (n: number) => Uint8Array): string {
  const digits = new Date(time).toISOString().replace(/\D/g, '').slice(0, 14);
  return digits + Buffer.from(randomBytes(10)).toString('hex').toUpperCase();
}
