import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Disclosure, DisclosurePanel, Heading, Button as Trigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DoctorCheck } from '../../shared/doctor.ts';
import { describeCheck } from '../../shared/i18n/describe-check.ts';
import type { RemedyActions } from '../app/remedy-button.tsx';
import { CheckDetails } from './check-details.tsx';
import styles from './check-row.module.css';
import { StateIcon } from './state-icon.tsx';
import { useSaidValue } from './use-said-value.ts';

interface Props {
  readonly check: DoctorCheck;
  readonly actions: RemedyActions;
  /** A warning opens by itself only where nothing is more urgent. */
  readonly showsWarning: boolean;
  /** The run ended with this check as its cause: it is brought into sight. */
  readonly isStop: boolean;
}

/** One check: its state as shape and word, what was found, and everything behind it on demand. */
export function CheckRow({ check, actions, showsWarning, isStop }: Props) {
  const { i18n } = useTranslation();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const description = describeCheck(check, i18n.language === 'zh' ? 'zh' : 'en', useSaidValue());
  const { title, why, state, finding } = description;
  const opensByItself = check.state === 'failed' || (check.state === 'warning' && showsWarning);
  useEffect(() => {
    if (isStop) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isStop]);
  return (
    <li ref={row} className={styles.row} data-state={check.state}>
      <Disclosure isExpanded={chosen ?? opensByItself} onExpandedChange={setChosen}>
        <Heading level={3}>
          <Trigger slot="trigger" className={styles.trigger ?? ''}>
            <StateIcon state={check.state} />
            <span className={styles.title}>{title}</span>
            <span className={styles.finding}>{finding === '' ? why : finding}</span>
            <span className={styles.state}>{state}</span>
            <ChevronRight size={12} strokeWidth={2} aria-hidden className={styles.chevron} />
          </Trigger>
        </Heading>
        <DisclosurePanel className={styles.panel ?? ''}>
          <CheckDetails check={check} description={description} actions={actions} />
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}
