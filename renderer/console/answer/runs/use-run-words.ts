import { useTranslation } from 'react-i18next';
import { formatSize } from '../../format-size.ts';
import { shownMs } from '../head/phases.ts';
import type { RunFacts } from './run-facts.ts';

interface RunWords {
  /** Status or how it stands, code, time and size, as far as they are known. */
  readonly line: (facts: RunFacts) => string;
}

/** How a run is named in a list. */
export function useRunWords(): RunWords {
  const { t } = useTranslation('answer');
  return {
    line: ({ status, stage, code, totalMs, bytes }) =>
      [
        status,
        status !== null && stage === 'done' ? null : t(`stages.${stage}`),
        code === null ? null : t('code', { code }),
        totalMs === null ? null : t('ms', { ms: shownMs(totalMs) }),
        bytes === null ? null : formatSize(bytes),
      ]
        .filter((part) => part !== null)
        .join(' · '),
  };
}
