import { UsageError } from './usage-error.ts';

export type Language = 'zh' | 'en';

type Environment = Readonly<Record<string, string | undefined>>;

function fromLocale(env: Environment): Language {
  const named =
    env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale;
  return named.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function optionValue(args: readonly string[]): string | null {
  const index = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = args[index];
  if (arg === undefined) return null;
  return arg === '--lang' ? (args[index + 1] ?? '') : arg.slice('--lang='.length);
}

/** The language of the locale (POSIX: `LC_ALL`, `LC_MESSAGES`, `LANG`, else the system's), unless `--lang` names one. */
export function guessLanguage(args: readonly string[], env: Environment): Language {
  const value = optionValue(args);
  return value === 'zh' || value === 'en' ? value : fromLocale(env);
}

/** @throws UsageError when `--lang` has another value than `zh` or `en` */
export function checkLanguage(value: string | undefined): void {
  if (value === undefined || value === 'zh' || value === 'en') return;
  throw new UsageError('usage.bad-value', { option: '--lang', value, expected: 'zh, en' });
}
