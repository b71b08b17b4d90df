/** Making a format takes longer than using it a hundred times, and lists use it in every row. */
function keptFormats(options: Intl.DateTimeFormatOptions): (language: string) => Intl.DateTimeFormat {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (language) => {
    const format = formats.get(language) ?? new Intl.DateTimeFormat(language, options);
    formats.set(language, format);
    return format;
  };
}

const clockFormat = keptFormats({
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const dayFormat = keptFormats({ month: 'short', day: 'numeric' });

/** `HH:MM:SS` in local time, with the date in front when it is not `now`'s day. */
export function formatClock(time: number, now: number, language: string): string {
  const date = new Date(time);
  const clock = clockFormat(language).format(date);
  if (date.toDateString() === new Date(now).toDateString()) return clock;
  return `${dayFormat(language).format(date)} ${clock}`;
}

/** Date and time in local time with the zone's offset, for example `2026-03-01 09:30:00 GMT+8`. */
export function formatLocal(time: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  }).formatToParts(new Date(time));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((entry) => entry.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')} ${part('timeZoneName')}`;
}

/** `2026-03-01T01:30:00Z`. */
export function formatUtc(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** "in 5 minutes", "3 天前": a blank stands between digits and Chinese, as in all other texts. */
export function formatRelative(time: number, now: number, language: string): string {
  const seconds = Math.round((time - now) / 1000);
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    Math.trunc(seconds / size),
    unit,
  );
  return words.replace(/(\d)(?=\p{Script=Han})/u, '$1 ');
}
