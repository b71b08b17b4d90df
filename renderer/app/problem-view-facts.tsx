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
  const { host, reason, phase, systemCode, caFile } = params;
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
          {caFile !== undefined && <span>{t('caFileUnused', { reason: String(caFile) })}</span>}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
