import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { Disclosure, DisclosurePanel, Heading, Button as Trigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Cause } from '../../shared/coze/causes/cause.ts';
import { describeCause } from '../../shared/i18n/describe-cause.ts';
import type { Remedy } from '../../shared/remedies.ts';
import styles from './cause-list.module.css';
import { type RemedyActions, RemedyButton } from './remedy-button.tsx';

interface Props extends RemedyActions {
  /** The likeliest first. */
  readonly causes: readonly Cause[];
}

/** The remedies that the list offers: each at the first cause that it helps against. */
export function remediesIn(causes: readonly Cause[]): ReadonlyMap<Remedy, Cause> {
  const first = new Map<Remedy, Cause>();
  for (const cause of causes) {
    if (cause.remedy !== null && !first.has(cause.remedy)) first.set(cause.remedy, cause);
  }
  return first;
}

/** What may be behind a failure, one row each: the first is open, and each has its button at the end. One alone needs no order. */
export function CauseList({ causes, ...actions }: Props) {
  const { t } = useTranslation('frame');
  const titleId = useId();
  const offered = remediesIn(causes);
  const isOne = causes.length === 1;
  return (
    <section
      className={styles.causes}
      {...(isOne ? { 'aria-label': t('causes.one') } : { 'aria-labelledby': titleId })}
    >
      {!isOne && (
        <h3 id={titleId} className={styles.title}>
          {t('causes.title')}
        </h3>
      )}
      <ol className={styles.rows}>
        {causes.map((cause, index) => (
          <CauseRow
            key={cause.code}
            cause={cause}
            isFirst={index === 0}
            level={isOne ? 3 : 4}
            remedy={cause.remedy !== null && offered.get(cause.remedy) === cause ? cause.remedy : null}
            actions={actions}
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly cause: Cause;
  readonly isFirst: boolean;
  /** Of its heading. */
  readonly level: number;
  readonly remedy: Remedy | null;
  readonly actions: RemedyActions;
}

function CauseRow({ cause, isFirst, level, remedy, actions }: RowProps) {
  const { i18n } = useTranslation();
  const { what, why, todo } = describeCause(cause, i18n.language === 'zh' ? 'zh' : 'en');
  const { seconds } = cause.params;
  return (
    <li className={styles.row}>
      <Disclosure defaultExpanded={isFirst} className={styles.words ?? ''}>
        <Heading level={level}>
          <Trigger slot="trigger" className={styles.trigger ?? ''}>
            <ChevronRight size={12} strokeWidth={2} aria-hidden />
            {what}
          </Trigger>
        </Heading>
        <DisclosurePanel className={styles.panel ?? ''}>
          <p>{why}</p>
          <p className={styles.todo}>{todo}</p>
        </DisclosurePanel>
      </Disclosure>
      {remedy && (
        <RemedyButton
          remedy={remedy}
          {...actions}
          {...(seconds === undefined ? {} : { seconds: Number(seconds) })}
        />
      )}
    </li>
  );
}
