import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/jwt/finding.ts';
import { Notice, type Tone } from '../ui/notice.tsx';
import styles from './jwt-screen.module.css';

const tones: Readonly<Record<Finding['severity'], Tone>> = {
  error: 'error',
  warning: 'warning',
  note: 'information',
};
const shown = 20;

interface Props {
  readonly findings: readonly Finding[];
}

export function FindingList({ findings }: Props) {
  const { t } = useTranslation(['jwt', 'findings']);
  if (findings.length === 0) return null;
  return (
    <section className={styles.findings} aria-label={t('findings')}>
      {findings.slice(0, shown).map((finding) => (
        <Notice
          key={`${finding.code} ${finding.segment} ${finding.offset} ${finding.path}`}
          tone={tones[finding.severity]}
          title={
            <>
              {t(`findings:finding.${finding.code}`, finding.params)}{' '}
              <span className={styles.where}>
                {finding.offset === null
                  ? t(`segments.${finding.segment}`)
                  : t('at', { segment: t(`segments.${finding.segment}`), offset: finding.offset + 1 })}
                {finding.path !== null && ` ${finding.path}`}
              </span>
            </>
          }
        >
          {t(`findings:remedy.${finding.code}`, finding.params)}
        </Notice>
      ))}
    </section>
  );
}
