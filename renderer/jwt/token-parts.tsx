import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecodedToken } from '../../shared/jwt/decode-token.ts';
import { epochSeconds } from '../../shared/time.ts';
import { useNow } from '../app/use-now.ts';
import { Segmented } from '../ui/choice.tsx';
import { judge, looksLikeAssertion } from './coze-lint.ts';
import { FindingList, LintFindingList } from './finding-list.tsx';
import styles from './jwt-screen.module.css';
import { useJwtStore } from './jwt-store.ts';
import { SegmentView } from './segment-view.tsx';
import { useJudgingHosts } from './use-judging-hosts.ts';

interface Props {
  readonly token: DecodedToken;
}

/** A longer token is judged once, at the moment it is shown; any other one as time goes by. */
const judgedLive = 65_536;

export function TokenParts({ token }: Props) {
  const { t } = useTranslation('jwt');
  const { view, rule: chosenRule } = useJwtStore();
  const hosts = useJudgingHosts(token);
  const rule = chosenRule ?? (looksLikeAssertion(token, hosts.audience) ? 'coze' : 'any');
  const now = Math.floor(useNow() / 1000);
  const shownAt = useRef({ token, now });
  if (shownAt.current.token !== token) shownAt.current = { token, now };
  const moment = token.text.length > judgedLive ? shownAt.current.now : now;
  const verdict = useMemo(
    () => (rule === 'coze' ? judge(token, hosts, epochSeconds(moment)) : null),
    [rule, token, hosts, moment],
  );
  const signature = token.segments[2] ?? '';
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.format}>
          {token.format === 'jwe' ? t('jwe') : token.format === 'broken' ? t('broken') : 'JWS'} ·{' '}
          {t('bytes', { count: token.text.length })}
        </span>
        <div className={styles.bars}>
          <Segmented
            label={t('rules')}
            hideLabel
            value={rule}
            options={(['any', 'coze'] as const).map((value) => ({ value, label: t(`rule.${value}`) }))}
            onChange={(next) => useJwtStore.setState({ rule: next })}
          />
          <Segmented
            label={t('view')}
            hideLabel
            value={view}
            options={[
              { value: 'claims', label: t('claims') },
              { value: 'json', label: t('json') },
            ]}
            onChange={(next) => useJwtStore.setState({ view: next })}
          />
        </div>
      </div>
      {verdict && <LintFindingList findings={verdict.findings} audience={hosts.audience} />}
      <FindingList findings={verdict?.others ?? token.findings} />
      <SegmentView name="header" segment={token.header} view={view} findings={verdict?.findings ?? []} />
      {token.format !== 'jwe' && (
        <SegmentView name="payload" segment={token.payload} view={view} findings={verdict?.findings ?? []} />
      )}
      {token.format !== 'jwe' && signature !== '' && (
        <section className={`${styles.part} ${styles.signaturePart}`}>
          <div className={styles.partHead}>
            <h2>{t('signaturePart')}</h2>
            {token.signature && (
              <span className={styles.format}>{t('bytes', { count: token.signature.length })}</span>
            )}
          </div>
          <code className={styles.bytes}>{signature.slice(0, 4096)}</code>
        </section>
      )}
    </>
  );
}
