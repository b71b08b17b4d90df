import type { Cause } from '../coze/causes/cause.ts';
import { type CauseText, causeTextsEn } from './cause-texts.en.ts';
import { causeTextsZh } from './cause-texts.zh.ts';
import { fillText } from './fill-text.ts';
import { proxyWords } from './proxy-words.ts';

const units = {
  en: { second: 's', minute: 'min', hour: 'h', day: 'd' },
  zh: { second: '秒', minute: '分钟', hour: '小时', day: '天' },
} as const;

function lengthInWords(seconds: number, language: 'zh' | 'en'): string {
  const { second, minute, hour, day } = units[language];
  if (seconds < 120) return `${seconds} ${second}`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} ${minute}`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} ${hour}`;
  return `${Math.round(seconds / 86_400)} ${day}`;
}

const lengths: ReadonlySet<string> = new Set(['seconds', 'age']);

/** Says in `language` what may be behind a failure. */
export function describeCause(
  { code, params }: Pick<Cause, 'code' | 'params'>,
  language: 'zh' | 'en',
): CauseText {
  const { what, why, todo } = (language === 'zh' ? causeTextsZh : causeTextsEn)[code];
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      lengths.has(name) ? lengthInWords(Number(value), language) : value,
    ]),
  );
  const { proxySource } = params;
  const words = proxySource === undefined ? values : { ...values, ...proxyWords(proxySource, language) };
  return { what: fillText(what, words), why: fillText(why, words), todo: fillText(todo, words) };
}
