import { type EpochMilliseconds, type EpochSeconds, toEpochMilliseconds } from '../../shared/time.ts';
import type { Language } from './language.ts';

const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');

function localTime(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day} ${time} ${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

const steps = [
  ['year', '年', 31_557_600],
  ['month', '个月', 2_629_800],
  ['day', '天', 86_400],
  ['hour', '小时', 3_600],
  ['minute', '分钟', 60],
  ['second', '秒钟', 1],
] as const;

/**
 * How far `at` is from `now` in its largest unit, for example "3 minutes ago", "15分钟后": the words of
 * `Intl.RelativeTimeFormat`, whose first use takes longer than everything else that `decode` does.
 */
export function relativeTime(at: EpochSeconds, now: EpochMilliseconds, language: Language): string {
  const seconds = Math.round((toEpochMilliseconds(at) - now) / 1000);
  const distance = Math.abs(seconds);
  const [unit, zhUnit, size] = steps.find(([, , length]) => distance >= length) ?? steps[5];
  const count = Math.trunc(distance / size);
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const isPast = seconds < 0 || Object.is(seconds, -0);
  if (language === 'zh') return `${digits}${zhUnit}${isPast ? '前' : '后'}`;
  const length = `${digits} ${unit}${count === 1 ? '' : 's'}`;
  return isPast ? `${length} ago` : `in ${length}`;
}

/** A moment in local time, in UTC and relative to now. */
export function formatTime(at: EpochSeconds, now: EpochMilliseconds, language: Language): string {
  const date = new Date(toEpochMilliseconds(at));
  const utc = `${date.toISOString().slice(0, -5)}Z`;
  return `${localTime(date)} · ${utc} · ${relativeTime(at, now, language)}`;
}
