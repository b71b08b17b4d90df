import i18next from 'i18next';
import { ChevronRight, Circle, CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PracticeCheckId } from '../../shared/practice-check.ts';
import type { PracticeCheck, PracticeDetail } from '../../shared/practice-schema.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { checkSourceOf, checkSources } from './check-sources.ts';
import styles from './request-view.module.css';

const icons = { passed: CircleCheck, failed: CircleX, 'not-reached': Circle } as const;

/** A check that is newer than the texts is shown by its name. */
function hasWords(name: string): name is PracticeCheckId {
  return i18next.exists(`${name}.title`, { ns: 'practiceChecks' });
}

interface Props {
  readonly detail: PracticeDetail;
}

/** Every check as a row, in the order in which they were made; the one that failed is open. */
export function CheckSteps({ detail }: Props) {
  const { t } = useTranslation('practice');
  const forTokens = detail.path.startsWith('/api/permission/');
  return (
    <ol className={styles.checks} aria-label={t('request.checks')}>
      {detail.checks.map((check) => (
        <CheckStep key={check.name} check={check} forTokens={forTokens} />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly check: PracticeCheck;
  readonly forTokens: boolean;
}

function CheckStep({ check, forTokens }: StepProps) {
  const { t } = useTranslation('practice');
  const { t: about } = useTranslation('practiceChecks');
  const failed = check.state === 'failed';
  const [isOpen, setOpen] = useState(failed);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (failed) row.current?.scrollIntoView({ block: 'nearest' });
  }, [failed]);
  const Icon = icons[check.state];
  const { name } = check;
  return (
    <li ref={row} className={styles.check} data-state={check.state}>
      <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
        <Heading level={4}>
          <Button slot="trigger" className={styles.trigger ?? ''}>
            <Icon size={14} strokeWidth={1.75} aria-hidden className={styles.mark} />
            <span className={styles.title}>{hasWords(name) ? about(`${name}.title`) : name}</span>
            <span className={styles.seen}>{check.seen}</span>
            <span className={styles.word}>{t(`request.states.${check.state}`)}</span>
            <ChevronRight size={12} strokeWidth={2} aria-hidden className={styles.chevron} />
          </Button>
        </Heading>
        <DisclosurePanel className={styles.panel ?? ''}>
          {hasWords(name) && (
            <>
              <p>{about(`${name}.says`)}</p>
              <SourceLine name={name} forTokens={forTokens} />
            </>
          )}
          <SeenAndWanted check={check} />
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

interface SourceProps {
  readonly name: PracticeCheckId;
  readonly forTokens: boolean;
}

function SourceLine({ name, forTokens }: SourceProps) {
  const { t } = useTranslation('practice');
  const source = checkSourceOf(name, forTokens);
  const url = checkSources[source];
  const words = t('request.source', { source: t(`sources.${source}`) });
  if (url === null) return <p className={styles.source}>{words}</p>;
  return (
    <p className={styles.source}>
      <Button className={styles.link ?? ''} onPress={() => void attempt(call('app.openExternal', { url }))}>
        {words}
      </Button>
    </p>
  );
}

function SeenAndWanted({ check: { state, seen, wanted } }: Pick<StepProps, 'check'>) {
  const { t } = useTranslation('practice');
  if (state === 'not-reached' || (seen === null && wanted === null)) return null;
  return (
    <dl className={styles.compare}>
      <dt>{t('request.came')}</dt>
      <dd>{seen === null || seen === '' ? t('request.nothingCame') : seen}</dd>
      {wanted !== null && wanted !== '' && (
        <>
          <dt>{t('request.expected')}</dt>
          <dd>{wanted}</dd>
        </>
      )}
    </dl>
  );
}
