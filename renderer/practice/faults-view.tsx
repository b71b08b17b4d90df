import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerFault, AnswerFaultKind } from '../../shared/practice-faults.ts';
import { useAppStore } from '../app/app-store.ts';
import { changeFaults } from './change-faults.ts';
import { ClockFault } from './clock-fault.tsx';
import { FaultRow } from './fault-row.tsx';
import styles from './faults-view.module.css';
import { NumberField } from './number-field.tsx';

const answerKinds = ['delay', 'slow-drip', 'drop', 'cut', 'server-error', 'html', 'rate-limited'] as const;
const streamKinds = ['no-end-event', 'error-event', 'json-for-stream'] as const;

/** The fault of this kind; what it has to be told begins in the middle. */
function faultOf(kind: AnswerFaultKind): AnswerFault {
  switch (kind) {
    case 'delay':
      return { kind, milliseconds: 3000 };
    case 'slow-drip':
      return { kind, bytes: 16, milliseconds: 100 };
    default:
      return { kind };
  }
}

/** Every way to break practice Coze, as switches in groups. */
export function FaultsView() {
  const { t } = useTranslation('practice');
  const faults = useAppStore((state) => state.practice.faults);
  return (
    <div className={styles.view}>
      <p className="secondary">{t('faults.intro')}</p>
      <Group title={t('faults.groups.access')}>
        {(['appDeactivated', 'channelUnbound', 'keyRemoved'] as const).map((name) => (
          <FaultRow
            key={name}
            name={t(`faults.${name}.name`)}
            effect={t(`faults.${name}.effect`)}
            isOn={faults[name]}
            onChange={(isOn) => changeFaults({ [name]: isOn })}
          />
        ))}
      </Group>
      <Group title={t('faults.groups.clock')}>
        <ClockFault />
      </Group>
      <Group title={t('faults.groups.answers')} end={<Times />}>
        {answerKinds.map((kind) => (
          <AnswerFaultRow key={kind} kind={kind} />
        ))}
      </Group>
      <Group title={t('faults.groups.streams')}>
        {streamKinds.map((kind) => (
          <AnswerFaultRow key={kind} kind={kind} />
        ))}
      </Group>
      <Group title={t('faults.groups.looks')}>
        <FaultRow
          name={t('faults.eventPace.name')}
          effect={t('faults.eventPace.effect')}
          end={
            <NumberField
              label={t('faults.eventPace.name')}
              value={faults.eventPaceMilliseconds}
              least={0}
              most={60_000}
              onChange={(eventPaceMilliseconds) => changeFaults({ eventPaceMilliseconds })}
            />
          }
        />
        {(['doneQuoted', 'heartbeats'] as const).map((name) => (
          <FaultRow
            key={name}
            name={t(`faults.${name}.name`)}
            effect={t(`faults.${name}.effect`)}
            isOn={faults[name]}
            onChange={(isOn) => changeFaults({ [name]: isOn })}
          />
        ))}
      </Group>
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly end?: React.ReactNode;
  readonly children: React.ReactNode;
}

function Group({ title, end, children }: GroupProps) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.groupHead}>
        <h3 id={id}>{title}</h3>
        {end}
      </div>
      <ul className={styles.rows}>{children}</ul>
    </section>
  );
}

/** How many answers the armed fault is for. */
function Times() {
  const { t } = useTranslation('practice');
  const next = useAppStore((state) => state.practice.faults.nextAnswers);
  return (
    <NumberField
      label={t('faults.times')}
      showsLabel
      value={next?.times ?? 1}
      least={1}
      most={1000}
      isDisabled={next === null}
      onChange={(times) => next !== null && changeFaults({ nextAnswers: { ...next, times } })}
    />
  );
}

interface AnswerProps {
  readonly kind: AnswerFaultKind;
}

function AnswerFaultRow({ kind }: AnswerProps) {
  const { t } = useTranslation('practice');
  const next = useAppStore((state) => state.practice.faults.nextAnswers);
  const isOn = next?.fault.kind === kind;
  const fault = isOn ? next.fault : faultOf(kind);
  return (
    <FaultRow
      name={t(`faults.answers.${kind}.name`)}
      effect={t(`faults.answers.${kind}.effect`)}
      isOn={isOn}
      onChange={(on) =>
        changeFaults({ nextAnswers: on ? { fault: faultOf(kind), times: next?.times ?? 1 } : null })
      }
      end={
        (fault.kind === 'delay' || fault.kind === 'slow-drip') && (
          <NumberField
            label={t('faults.milliseconds')}
            value={fault.milliseconds}
            least={0}
            most={600_000}
            unit="ms"
            isDisabled={!isOn}
            onChange={(milliseconds) =>
              next !== null && changeFaults({ nextAnswers: { ...next, fault: { ...fault, milliseconds } } })
            }
          />
        )
      }
    />
  );
}
