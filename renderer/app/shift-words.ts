import { lengthOfTime } from '../../shared/i18n/length-of-time.ts';

/** By how much times were moved: `+10 min`, `−10 min`. */
export function shiftWords(shiftMs: number, language: string): string {
  const seconds = Math.round(Math.abs(shiftMs) / 1000);
  return `${shiftMs > 0 ? '+' : '−'}${lengthOfTime(seconds, language === 'zh' ? 'zh' : 'en')}`;
}
