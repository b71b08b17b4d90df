/** As the contract has it. */
export const mostNotices = 5;
const shortest = 5;
const longest = 86_400;

export type NoticeTimeReading =
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'problem'; readonly problem: 'unreadable' | 'range' | 'known' | 'full' };

const units: readonly (readonly [pattern: RegExp, seconds: number])[] = [
  [/^(?:|s|secs?|seconds?|秒钟?)$/i, 1],
  [/^(?:m|mins?|minutes?|分钟?)$/i, 60],
  [/^(?:h|hours?|小时|时)$/i, 3600],
];

function readSeconds(text: string): number | null {
  const parts = [...text.matchAll(/(\d{1,15})\s*([^\d\s]*)\s*/gu)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text) return null;
  let seconds = 0;
  for (const [, count = '', name = ''] of parts) {
    const unit = units.find(([pattern]) => pattern.test(name));
    if (unit === undefined || (name === '' && parts.length > 1)) return null;
    seconds += Number(count) * unit[1];
  }
  return seconds;
}

/**
 * Reads how long before its expiry a token is spoken of: `30`, `30 s`, `5 min`, `1h 30m`, `5 分钟`.
 *
 * @param known - the times that are there already, in seconds
 */
export function readNoticeTime(text: string, known: readonly number[]): NoticeTimeReading {
  const seconds = readSeconds(text.trim());
  if (seconds === null) return { kind: 'problem', problem: 'unreadable' };
  if (seconds < shortest || seconds > longest) return { kind: 'problem', problem: 'range' };
  if (known.includes(seconds)) return { kind: 'problem', problem: 'known' };
  if (known.length >= mostNotices) return { kind: 'problem', problem: 'full' };
  return { kind: 'time', seconds };
}
