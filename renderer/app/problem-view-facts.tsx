import { ChevronRight } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problem.ts';
import type { EpochMilliseconds } from '../../shared/time.ts';
import { formatLocal } from './format-time.ts';
import styles from './problem-view.module.css';

interface Props {
  readonly problem: Problem;
  readonly at: EpochMilliseconds;
}

/** Behind one click, of a request that got no answer: when it failed, where it went, the app's code and the system's. */
export function ProblemViewFacts({ problem: { code, params }, at }: Props) {
  const { t } = useTranslation('frame');
  const { host, reason, phase, systemCode, certSubject, certIssuer, certFrom, certTo } = params;
  const { certFingerprint, certNames, caFile } = params;
  const detail = reason ?? phase;
  return (
    <Disclosure className={styles.server ?? ''}>
      <div className={styles.serverHead}>
        <Heading level={3}>
          <Button slot="trigger" className={styles.trigger ?? ''}>
            <ChevronRight size={12} strokeWidth={2} aria-hidden />
            {t('requestFacts')}
          </Button>
        </Heading>
      </div>
      <DisclosurePanel>
        <div className={styles.facts}>
          {host !== undefined && <span>{host}</span>}
          <span>{t('failedAt', { time: formatLocal(at) })}</span>
          <span>{detail === undefined ? code : `${code} (${detail})`}</span>
          {systemCode !== undefined && systemCode !== detail && <span>{systemCode}</span>}
          {certSubject !== undefined && (
            <>
              <span>{t('certificate.subject', { subject: String(certSubject) })}</span>
              <span>{t('certificate.issuer', { issuer: String(certIssuer) })}</span>
              {certNames !== '' && <span>{t('certificate.names', { names: String(certNames) })}</span>}
              <span>
                {t('certificate.valid', {
                  from: String(certFrom).slice(0, 10),
                  to: String(certTo).slice(0, 10),
                })}
              </span>
              <span>{t('certificate.fingerprint', { fingerprint: String(certFingerprint) })}</span>
            </>
          )}
          {caFile !== undefined && <span>{t('certificate.caFile', { reason: String(caFile) })}</span>}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
