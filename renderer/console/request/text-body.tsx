import { useTranslation } from 'react-i18next';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { Field } from '../../ui/field.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import styles from './body-view.module.css';
import { changeBody } from './change-body.ts';
import type { BodyDraft } from './request-draft.ts';
import { useVariableMarks } from './use-variable-marks.ts';

interface Props {
  readonly body: BodyDraft;
  readonly lookup: VariableLookup;
}

/** Any text, sent byte for byte as UTF-8 under a content type of its own. */
export function TextBody({ body, lookup }: Props) {
  const { t } = useTranslation(['request', 'console']);
  const variables = useVariableMarks(lookup);
  return (
    <div className={styles.whole}>
      <div className={styles.type}>
        <Field
          label={t('contentType')}
          isRow
          mono
          value={body.textType}
          onChange={(textType) => changeBody('text type', (now) => ({ ...now, textType }))}
        />
      </div>
      <div className={styles.editor}>
        <CodeEditor
          label={t('console:body')}
          language="text"
          undoOutside
          value={body.text}
          onChange={(text) => changeBody('text', (now) => ({ ...now, text }))}
          variables={variables}
        />
      </div>
    </div>
  );
}
