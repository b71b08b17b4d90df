import { UsageError } from './usage-error.ts';

/**
 * The value of `--port`: 0, which stands for any free one, when it is not given.
 *
 * @throws UsageError for anything but a whole number up to 65535
 */
export function readPort(text: string | undefined): number {
  const port = text === undefined ? 0 : /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError('usage.bad-value', { option: '--port', value: text ?? '', expected: '0–65535' });
}
