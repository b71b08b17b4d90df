import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { Segmented } from '../../ui/choice.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import { readBody } from './body-text.ts';
import styles from './body-view.module.css';
import { changeBody } from './body-view.tsx';
import { JsonForm } from './json-form.tsx';
import { type BodyDraft, withJson } from './request-draft.ts';
import { useVariableMarks } from './use-variable-marks.ts';

interface Props {
  readonly body: BodyDraft;
  readonly endpoint: Endpoint | null;
  readonly lookup: VariableLookup;
}

/** The body as the documented fields and as JSON, each following the other; what is sent is the JSON, byte for byte. */
export function JsonBody({ body, endpoint, lookup }: Props) {
  const { t } = useTranslation(['request', 'console']);
  const [narrow, setNarrow] = useState<'form' | 'json'>('json');
  const isEmpty = body.json.trim() === '';
  const { error } = readBody(isEmpty ? '{}' : body.json);
  const fields = endpoint?.streaming === 'multipart' ? [] : (endpoint?.body?.fields ?? []);
  const variables = useVariableMarks(lookup);
  return (
    <div className={styles.json} data-narrow={fields.length > 0 ? narrow : 'json'}>
      {fields.length > 0 && (
        <div className={styles.choice}>
          <Segmented
            label={t('formAndJson')}
            hideLabel
            value={narrow}
            options={(['form', 'json'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={setNarrow}
          />
        </div>
      )}
      {fields.length > 0 && (
        <section className={styles.form} aria-label={t('form')}>
          <JsonForm body={body} fields={fields} lookup={lookup} isLocked={error !== null} />
        </section>
      )}
      <div className={styles.editor}>
        <CodeEditor
          label={t('console:body')}
          language="json"
          undoOutside
          value={body.json}
          onChange={(text) => changeBody('json', (now) => withJson(now, text))}
          isInvalid={error !== null}
          variables={variables}
        />
        <div className={styles.note} role="status">
          {error && (
            <span className={styles.wrong}>
              {t('jsonBroken', { line: error.line, column: error.column })}
              {fields.length > 0 && ` · ${t('formLocked')}`}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}
