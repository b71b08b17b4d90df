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

/** What is known of a request that got no answer, behind one click: when, where to, and the code of the failure. */
export function ProblemViewFacts({ problem: { code, params }, at }: Props) {
  const { t } = useTranslation('frame');
  const { host, reason, phase } = params;
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
          <span>{t('seenAt', { time: formatLocal(at) })}</span>
          <span>{detail === undefined ? code : `${code} (${detail})`}</span>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
