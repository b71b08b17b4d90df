import { useTranslation } from 'react-i18next';
import type { DoctorCheck } from '../../shared/doctor.ts';
import type { CheckDescription } from '../../shared/i18n/describe-check.ts';
import type { Remedy } from '../../shared/remedies.ts';
import { type RemedyActions, RemedyButton } from '../app/remedy-button.tsx';
import { ServerWordsView } from '../app/server-words-view.tsx';
import styles from './check-row.module.css';

interface Props {
  readonly check: DoctorCheck;
  readonly description: CheckDescription;
  readonly actions: RemedyActions;
}

/** Each remedy is offered once, at the first cause that it helps against. */
function firstOf(causes: CheckDescription['causes'], remedy: Remedy | null): number {
  return causes.findIndex((cause) => cause.remedy === remedy);
}

/** Why the check matters, what was seen, and the likely causes with their buttons. */
export function CheckDetails({ check, description, actions }: Props) {
  const { t } = useTranslation('doctor');
  const { why, seen, lint, causes, finding } = description;
  return (
    <>
      {finding !== '' && <p className={styles.why}>{why}</p>}
      {lint.length > 0 && (
        <ul className={styles.lint} aria-label={t('lint')}>
          {lint.map(({ message, remedy }) => (
            <li key={message}>
              {message}. {remedy}
            </li>
          ))}
        </ul>
      )}
      {causes.length > 0 && (
        <ol className={styles.causes} aria-label={t('causes')}>
          {causes.map(({ what, why: reason, todo, remedy, seconds }, index) => (
            <li key={what} className={styles.cause}>
              <div className={styles.causeWords}>
                <p className={styles.what}>{what}</p>
                <p className={styles.reason}>{reason}</p>
                <p>{todo}</p>
              </div>
              {remedy !== null && firstOf(causes, remedy) === index && (
                <RemedyButton remedy={remedy} {...actions} {...(seconds === null ? {} : { seconds })} />
              )}
            </li>
          ))}
        </ol>
      )}
      {seen.length > 0 && (
        <dl className={styles.seen} aria-label={t('seen')}>
          {seen.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {check.problem?.server && <ServerWordsView words={check.problem.server} isOpen={false} />}
    </>
  );
}
