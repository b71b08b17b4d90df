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
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How far `at` is from `now` in its largest unit, for example "3 minutes ago", "15 分钟后". */
export function relativeTime(at: EpochSeconds, now: EpochMilliseconds, language: Language): string {
  const seconds = Math.round((toEpochMilliseconds(at) - now) / 1000);
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(language).format(Math.trunc(seconds / size), unit);
}

/** A moment in local time, in UTC and relative to now. */
export function formatTime(at: EpochSeconds, now: EpochMilliseconds, language: Language): string {
  const date = new Date(toEpochMilliseconds(at));
  const utc = `${date.toISOString().slice(0, -5)}Z`;
  return `${localTime(date)} · ${utc} · ${relativeTime(at, now, language)}`;
}
