import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatJson } from '../../../shared/json/format-json.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import type { CodeMark } from '../../ui/code-editor-props.ts';
import { useFindingWords } from '../finding-words.ts';
import { SegmentHeading } from '../segment-heading.tsx';
import styles from './build.module.css';
import { typeText } from './build-store.ts';
import type { SegmentName } from './draft.ts';
import type { JudgedDraft } from './judge-draft.ts';
import { readObject, shortText } from './read-object.ts';

interface Props {
  readonly segment: SegmentName;
  readonly text: string;
  /** What there is to say about the draft, for a long one as it was when typing last rested; null until it is known. */
  readonly judged: JudgedDraft | null;
}

/** True when laying it out would change nothing; of a long text, as far as that has been found out. */
function isLaidOut(segment: SegmentName, text: string, judged: JudgedDraft | null): boolean {
  if (text.length <= shortText) return text === formatJson(text);
  return judged?.isLaidOut[segment] ?? true;
}

/** Header or payload as the JSON that will be signed, with its findings beside their lines. */
export function JsonPane({ segment, text, judged }: Props) {
  const { t, i18n } = useTranslation(['build', 'jwt']);
  const words = useFindingWords();
  const isBroken = readObject(text) === null;
  const places = useMemo(
    () =>
      judged?.findings.flatMap(({ finding, place }) =>
        finding.segment === segment && place !== null ? [{ place, finding }] : [],
      ) ?? [],
    [judged, segment],
  );
  const canLayOut = useMemo(
    () => !isBroken && !isLaidOut(segment, text, judged),
    [isBroken, segment, text, judged],
  );
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
        {canLayOut && (
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
