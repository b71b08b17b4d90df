import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { CodeEditor } from '../ui/code-editor.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { InspectActions } from './inspect-actions.tsx';
import type { Inspection } from './inspection/inspect-text.ts';
import { isLargeText, useInspection } from './inspection/use-inspection.ts';
import { useJudging } from './inspection/use-judging.ts';
import styles from './jwt-screen.module.css';
import { editJwtText, useJwtStore } from './jwt-store.ts';
import { PinList } from './pins/pin-list.tsx';
import { SignatureState } from './signature-state.tsx';
import { TokenParts } from './token-parts.tsx';
import { useMoment } from './use-moment.ts';

const emptyTexts = { tokens: 'noneFound', opaque: 'opaque', none: 'noneFound' } as const;

export function InspectView() {
  const { t } = useTranslation('jwt');
  const { text, chosen, rule, other } = useJwtStore();
  const judging = useJudging();
  const now = useMoment(text, !isLargeText({ text, other }));
  const request = useMemo(
    () => ({ text, chosen, rule, other, now, ...judging }),
    [text, chosen, rule, other, now, judging],
  );
  const { inspection, isReading, isBroken } = useInspection(request);
  const token = inspection?.token ?? null;
  return (
    <>
      <section className={styles.input}>
        <SignatureState token={token} />
        {token && <CheckDialog token={token.text} />}
        <div className={styles.editor}>
          <CodeEditor
            label={t('input')}
            language="token"
            gutters={false}
            value={text}
            onChange={editJwtText}
            placeholder={t('placeholder')}
          />
        </div>
        {inspection && <FoundTokens inspection={inspection} />}
        <InspectActions inspection={inspection} />
        {other !== null && (
          <div className={styles.editor}>
            <CodeEditor
              label={t('compare.other')}
              language="token"
              gutters={false}
              value={other}
              onChange={(next) => useJwtStore.setState({ other: next })}
              placeholder={t('compare.placeholder')}
            />
          </div>
        )}
        {other !== null && other.trim() !== '' && inspection && inspection.others !== 1 && (
          <p className="secondary" role="status">
            {inspection.others === 0
              ? t('compare.noToken')
              : t('compare.first', { count: inspection.others })}
          </p>
        )}
        <PinList />
      </section>
      <section className={styles.output} aria-busy={isReading}>
        {inspection?.comparison ? (
          <ComparisonView comparison={inspection.comparison} />
        ) : inspection && token ? (
          <TokenParts inspection={inspection} token={token} />
        ) : (
          <EmptyState>{t(emptyTextKey(text, inspection, isBroken))}</EmptyState>
        )}
      </section>
    </>
  );
}

function emptyTextKey(text: string, inspection: Inspection | null, isBroken: boolean) {
  if (text.trim() === '') return 'empty';
  if (inspection) return emptyTexts[inspection.kind];
  return isBroken ? 'notRead' : 'reading';
}

interface FoundProps {
  readonly inspection: Inspection;
}

function FoundTokens({ inspection }: FoundProps) {
  const { t } = useTranslation('jwt');
  const { previews, chosen, isCut } = inspection;
  if (previews.length < 2) return null;
  return (
    <Choice
      label={t(isCut ? 'foundFirst' : 'found', { count: previews.length })}
      value={String(chosen)}
      options={previews.map(({ text, times }, index) => ({
        value: String(index),
        label: t('nth', { n: index + 1 }),
        detail: times === 1 ? `${text}…` : `${text}… ×${times}`,
      }))}
      onChange={(value) => useJwtStore.setState({ chosen: Number(value) })}
    />
  );
}
