import { useTranslation } from 'react-i18next';
import { formatJson } from '../../shared/json/format-json.ts';
import type { DecodedSegment } from '../../shared/jwt/decode-segment.ts';
import { call } from '../app/bridge-client.ts';
import { CodeEditor } from '../ui/code-editor.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ClaimTable } from './claim-table.tsx';
import styles from './jwt-screen.module.css';
import { visibleText } from './visible-text.ts';

interface Props {
  readonly name: 'header' | 'payload';
  readonly segment: DecodedSegment;
  readonly view: 'claims' | 'json';
}

/** Header or payload: as rows of claims, or as the JSON that it is; what is not JSON is shown as text. */
export function SegmentView({ name, segment, view }: Props) {
  const { t } = useTranslation(['jwt', 'frame']);
  const { text, tree } = segment;
  return (
    <section className={`${styles.part} ${styles[name]}`}>
      <div className={styles.partHead}>
        <h2>{t(name)}</h2>
        {text !== null && (
          <CopyButton
            label={t('copySegment', { segment: t(name) })}
            doneLabel={t('frame:copied')}
            onCopy={() => call('app.copyText', { text: tree ? formatJson(text) : text })}
          />
        )}
      </div>
      {text === null ? (
        <p className="secondary">{t('notReadable')}</p>
      ) : view === 'claims' && tree?.type === 'object' ? (
        <ClaimTable segment={name} text={text} tree={tree} />
      ) : tree ? (
        <div className={styles.json}>
          <CodeEditor label={t(name)} language="json" value={formatJson(text)} />
        </div>
      ) : (
        <pre className={styles.value}>{visibleText(text.slice(0, 20_000))}</pre>
      )}
    </section>
  );
}
