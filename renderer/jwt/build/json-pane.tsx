import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatJson } from '../../../shared/json/format-json.ts';
import { isObjectText } from '../../app/json-text.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import type { CodeMark } from '../../ui/code-editor-props.ts';
import { useFindingWords } from '../finding-words.ts';
import { SegmentHeading } from '../segment-heading.tsx';
import styles from './build.module.css';
import { typeText } from './build-store.ts';
import type { Draft, SegmentName } from './draft.ts';
import { type DraftFinding, placeInText } from './lint-draft.ts';

interface Props {
  readonly segment: SegmentName;
  readonly draft: Draft;
  readonly findings: readonly DraftFinding[];
}

/** Header or payload as the JSON that will be signed, with its findings beside their lines. */
export function JsonPane({ segment, draft, findings }: Props) {
  const { t, i18n } = useTranslation(['build', 'jwt']);
  const words = useFindingWords();
  const text = draft[segment];
  const isBroken = !isObjectText(text);
  const places = useMemo(
    () =>
      findings.flatMap(({ finding }) => {
        const place = finding.segment === segment ? placeInText(finding, draft) : null;
        return place === null ? [] : [{ place, finding }];
      }),
    [findings, segment, draft],
  );
  const isLaidOut = useMemo(() => text === formatJson(text), [text]);
  // Judged anew each second, and some say how many seconds: the editor is told only when another thing is said.
  const said = JSON.stringify(places.map(({ place, finding }) => [place, finding.code, i18n.language]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` stands for all that matters of the others
  const marks = useMemo(
    () =>
      places.map(({ place, finding }): CodeMark => {
        const severity = finding.severity === 'note' ? 'info' : finding.severity;
        return { ...place, severity, message: words(finding).message };
      }),
    [said],
  );
  return (
    <section className={styles.pane}>
      <header className={styles.paneHead}>
        <SegmentHeading segment={segment} />
        <span className={styles.paneNote} role="status">
          {isBroken && t('locked')}
        </span>
        {!isBroken && !isLaidOut && (
          <Button look="ghost" onPress={() => typeText(segment, formatJson(text))}>
            {t('layOut')}
          </Button>
        )}
      </header>
      <div className={styles.editor}>
        <CodeEditor
          label={t(`jwt:${segment}`)}
          language="json"
          undoOutside
          value={text}
          onChange={(next) => typeText(segment, next)}
          isInvalid={isBroken}
          marks={marks}
        />
      </div>
    </section>
  );
}
