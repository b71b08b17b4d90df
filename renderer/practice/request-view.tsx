import { CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeDetail } from '../../shared/practice-schema.ts';
import { call } from '../app/bridge-client.ts';
import { formatLocal } from '../app/format-time.ts';
import { usePracticeLog } from '../app/practice-log-store.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { CheckSteps } from './check-steps.tsx';
import { isRefused } from './filter-log.ts';
import { AnswerView, SentView } from './message-view.tsx';
import { usePracticeStore } from './practice-store.ts';
import styles from './request-view.module.css';
import { useEndpointName } from './use-endpoint-name.ts';
import { useFaultName } from './use-fault-name.ts';
import { useRequest } from './use-request.ts';

/** The chosen request: how it was checked, what came and what was answered. */
export function RequestView() {
  const { t } = useTranslation('practice');
  const selected = usePracticeStore((state) => state.selected);
  const newest = usePracticeLog(({ entries }) => entries[0]?.number ?? null);
  useEffect(() => {
    if (selected === null && newest !== null) usePracticeStore.setState({ selected: newest });
  }, [selected, newest]);
  const detail = useRequest(selected);
  const scroller = useRef<HTMLDivElement>(null);
  // Newer browsers give a promise, which is nothing that an effect may give back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another request begins at its top.
  useEffect(() => void scroller.current?.scrollTo(0, 0), [selected]);
  if (selected === null) return <EmptyState>{t('request.none')}</EmptyState>;
  if (detail === 'gone') return <EmptyState>{t('request.gone')}</EmptyState>;
  if (detail === null) return null;
  return (
    <div ref={scroller} className={styles.view}>
      <RequestFacts detail={detail} />
      <Refusal detail={detail} />
      <h3 className={styles.heading}>{t('request.checks')}</h3>
      {detail.checks.length === 0 ? (
        <p className="secondary">{t('request.noChecks')}</p>
      ) : (
        <CheckSteps key={detail.number} detail={detail} />
      )}
      <SentView detail={detail} />
      <AnswerView detail={detail} />
      <p className={styles.redacted}>{t('request.redacted')}</p>
    </div>
  );
}

interface Props {
  readonly detail: PracticeDetail;
}

function RequestFacts({ detail }: Props) {
  const { t } = useTranslation(['practice', 'frame']);
  const name = useEndpointName()(detail.endpointId) || t('log.unknownPath');
  const faultName = useFaultName();
  const refused = isRefused(detail);
  const Icon = refused ? CircleX : CircleCheck;
  const { method, path, status, at, durationMs, app, logId, fault } = detail;
  return (
    <header className={styles.facts}>
      <h2>
        <Icon
          size={16}
          strokeWidth={1.75}
          aria-hidden
          className={styles.icon}
          data-tone={refused ? 'bad' : 'good'}
        />
        {name}
      </h2>
      <code className={styles.path}>
        {method} {path} → {status}
      </code>
      <dl className={styles.list}>
        <dt>{t('request.at')}</dt>
        <dd>{formatLocal(at)}</dd>
        <dt>{t('request.took')}</dt>
        <dd>{durationMs === null ? t('log.onItsWay') : t('log.ms', { ms: durationMs })}</dd>
        <dt>{t('request.app')}</dt>
        <dd>{app === null ? t('request.unknownApp') : `${app.name} · ${app.clientId}`}</dd>
        <dt>{t('frame:logId')}</dt>
        <dd className={styles.logId}>
          <code>{logId}</code>
          <CopyButton
            label={t('frame:copyLogId')}
            doneLabel={t('frame:copied')}
            onCopy={() => call('app.copyText', { text: logId })}
          />
        </dd>
        {fault !== null && (
          <>
            <dt>{t('request.fault')}</dt>
            <dd>{faultName(fault)}</dd>
          </>
        )}
      </dl>
    </header>
  );
}

/** What was said in the refusal, and which part of it nobody documented. */
function Refusal({ detail: { refusal } }: Props) {
  const { t, i18n } = useTranslation('practice');
  if (refusal === null) return null;
  const parts = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
    refusal.undocumented.map((part) => t(`request.undocumentedParts.${part}`)),
  );
  return (
    <Notice tone="error" isQuiet title={t('request.refusedWith', { code: refusal.code })}>
      <p className={styles.said}>{refusal.message}</p>
      {refusal.undocumented.length > 0 && <p>{t('request.undocumented', { parts })}</p>}
    </Notice>
  );
}
