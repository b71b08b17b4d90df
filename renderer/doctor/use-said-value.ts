import { useTranslation } from 'react-i18next';
import type { Seen } from '../../shared/doctor.ts';
import { lengthOfTime } from '../../shared/i18n/length-of-time.ts';
import { formatLocal } from '../app/format-time.ts';

/** How the screen writes what was seen: times on the local clock, lengths in words. */
export function useSaidValue(): (seen: Seen) => string {
  const { t, i18n } = useTranslation('doctor');
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  return ({ label, value, milliseconds }) => {
    if (milliseconds === undefined) return value;
    const length = lengthOfTime(Math.abs(Math.round(milliseconds / 1000)), language);
    switch (label) {
      case 'local-time':
      case 'server-time':
        return formatLocal(milliseconds);
      case 'difference':
        if (Math.abs(milliseconds) < 1000) return length;
        return t(milliseconds < 0 ? 'ahead' : 'behind', { length });
      default:
        return length;
    }
  };
}
