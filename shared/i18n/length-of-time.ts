const units = {
  en: { day: ' day', days: ' days', hour: ' h', minute: ' min', second: ' s' },
  zh: { day: ' 天', days: ' 天', hour: ' 小时', minute: ' 分钟', second: ' 秒' },
} as const;

/**
 * A length of time in words, at most two of its units: `365 days 1 h`, `1 小时 10 分钟`. From a day on it is rounded to
 * hours; below, what the first two units leave over is dropped.
 *
 * @param seconds - not negative
 */
export function lengthOfTime(seconds: number, language: 'zh' | 'en'): string {
  const unit = units[language];
  const whole = seconds < 86_400 ? Math.floor(seconds) : Math.round(seconds / 3600) * 3600;
  const days = Math.floor(whole / 86_400);
  const parts = [
    [days, days === 1 ? unit.day : unit.days],
    [Math.floor((whole % 86_400) / 3600), unit.hour],
    [Math.floor((whole % 3600) / 60), unit.minute],
    [whole % 60, unit.second],
  ] as const;
  const said = parts.filter(([count]) => count > 0).slice(0, 2);
  return said.length === 0 ? `0${unit.second}` : said.map(([count, name]) => `${count}${name}`).join(' ');
}
