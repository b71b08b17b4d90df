import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../ui/choice.tsx';
import { FindingList, LintFindingList } from './finding-list.tsx';
import type { Inspection } from './inspection/inspect-text.ts';
import type { TokenView } from './inspection/token-view.ts';
import styles from './jwt-screen.module.css';
import { useJwtStore } from './jwt-store.ts';
import { SegmentHeading } from './segment-heading.tsx';
import { SegmentView } from './segment-view.tsx';

interface Props {
  readonly inspection: Inspection;
  readonly token: TokenView;
}

/** Everything about one token. Not drawn again while another text is being read. */
export const TokenParts = memo(function TokenParts({ inspection, token }: Props) {
  const { t } = useTranslation('jwt');
  const view = useJwtStore((state) => state.view);
  const { verdict, rule } = inspection;
  return (
    <>
      <div className={styles.bar}>
        <TokenFormat token={token} />
        <div className={styles.bars}>
          <Segmented
            label={t('rules')}
            hideLabel
            value={rule}
            options={(['coze', 'any'] as const).map((value) => ({ value, label: t(`rule.${value}`) }))}
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
      {verdict && <LintFindingList verdict={verdict} token={token} origin={inspection} />}
      <FindingList findings={verdict?.others ?? token.findings} />
      <Segments token={token} findings={verdict?.findings ?? []} />
      {token.nested && (
        <section className={styles.nested} aria-label={t('nested')}>
          <h2>
            {t('nested')} <TokenFormat token={token.nested} />
          </h2>
          <FindingList findings={token.nested.findings} />
          <Segments token={token.nested} findings={[]} />
        </section>
      )}
    </>
  );
});

interface FormatProps {
  readonly token: TokenView;
}

function TokenFormat({ token }: FormatProps) {
  const { t } = useTranslation('jwt');
  const format = token.format === 'jws' ? 'JWS' : t(token.format);
  return (
    <span className={styles.format}>
      {format} · {t('bytes', { count: token.text.length })}
    </span>
  );
}

interface SegmentsProps extends FormatProps {
  readonly findings: NonNullable<Inspection['verdict']>['findings'];
}

function Segments({ token, findings }: SegmentsProps) {
  const { t } = useTranslation('jwt');
  const view = useJwtStore((state) => state.view);
  const { format, signature } = token;
  return (
    <>
      <SegmentView name="header" segment={token.header} view={view} findings={findings} />
      {format !== 'jwe' && (
        <SegmentView name="payload" segment={token.payload} view={view} findings={findings} />
      )}
      {format !== 'jwe' && signature && signature.text !== '' && (
        <section className={styles.part}>
          <div className={styles.partHead}>
            <SegmentHeading segment="signature" />
            <span className={styles.format}>{t('bytes', { count: signature.bytes })}</span>
          </div>
          <code className={styles.bytes}>{signature.text}</code>
        </section>
      )}
    </>
  );
}
