import { useTranslation } from 'react-i18next';
import { describeFinding, findingsTextsIn } from '../../shared/i18n/describe-finding.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import { Notice, type Tone } from '../ui/notice.tsx';
import styles from './jwt-screen.module.css';
import { visibleText } from './visible-text.ts';

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
  const { t, i18n } = useTranslation('jwt');
  const texts = findingsTextsIn(i18n.language === 'zh' ? 'zh' : 'en');
  if (findings.length === 0) return null;
  return (
    <section className={styles.findings} aria-label={t('findings')}>
      {findings.slice(0, shown).map((finding) => {
        const { message, remedy } = describeFinding(finding, texts, visibleText);
        return (
          <Notice
            key={`${finding.code} ${finding.segment} ${finding.offset} ${finding.path}`}
            isQuiet
            tone={tones[finding.severity]}
            title={
              <>
                {message}{' '}
                <span className={styles.where}>
                  {finding.offset === null
                    ? t(`segments.${finding.segment}`)
                    : t('at', { segment: t(`segments.${finding.segment}`), offset: finding.offset + 1 })}
                  {finding.path !== null && ` ${finding.path}`}
                </span>
              </>
            }
          >
            {remedy}
          </Notice>
        );
      })}
    </section>
  );
}
