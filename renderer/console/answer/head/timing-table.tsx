import { useTranslation } from 'react-i18next';
import type { RunTiming } from '../../../../shared/console-run.ts';
import styles from './head.module.css';
import { phaseNames, phasesOf, shownMs } from './phases.ts';

interface Props {
  readonly timing: RunTiming;
}

/** Each phase with its time, and where it stands in the whole. */
export function TimingTable({ timing }: Props) {
  const { t } = useTranslation('answer');
  const phases = phasesOf(timing);
  const whole = Math.max(
    timing.total ?? 0,
    phases.reduce((sum, { length }) => sum + length, 0),
    0.001,
  );
  return (
    <div className={styles.timing}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('timing')}</caption>
        <tbody>
          {phaseNames.map((name) => {
            const phase = phases.find((known) => known.name === name);
            return (
              <tr key={name} data-none={phase === undefined || undefined}>
                <th scope="row">
                  {t(`phases.${name}`)}
                  <span className={styles.hint}>{t(`phaseHints.${name}`)}</span>
                </th>
                <td className={styles.ms}>
                  {phase ? t('ms', { ms: shownMs(phase.length) }) : t('phaseNone')}
                </td>
                <td className={styles.track}>
                  {phase && (
                    <span
                      className={styles.phase}
                      data-phase={name}
                      style={{
                        marginLeft: `${(phase.start / whole) * 100}%`,
                        width: `max(2px, ${(phase.length / whole) * 100}%)`,
                      }}
                    />
                  )}
                </td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t('phases.total')}</th>
            <td className={styles.ms}>
              {timing.total === null ? '' : t('ms', { ms: shownMs(timing.total) })}
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <p className="secondary">{t('reused')}</p>
    </div>
  );
}
