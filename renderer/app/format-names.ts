import { useTranslation } from 'react-i18next';

/** Joins names as the language of the screens does: "a, b and c", "a、b和c". */
export function useFormatNames(): (names: readonly string[]) => string {
  const { i18n } = useTranslation();
  return (names) => new Intl.ListFormat(i18n.language).format(names);
}
