import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/coze/endpoints.ts';
import { Button } from '../ui/button.tsx';
import { CodeEditor } from '../ui/code-editor.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './console-screen.module.css';
import { changeForm } from './console-store.ts';
import { exampleBody, type FormState, type RequestForm } from './request-form.ts';

interface Props {
  readonly endpoint: Endpoint;
  readonly form: RequestForm;
  readonly state: FormState;
}

/** The body as JSON text, sent byte for byte: every digit of an id stays. */
export function BodyTab({ endpoint, form, state }: Props) {
  const { t } = useTranslation('console');
  const [beforeReset, setBeforeReset] = useState<string | null>(null);
  if (form.body === null) return <EmptyState>{t('noBody')}</EmptyState>;
  const { bodyError, placeholders } = state;
  const example = exampleBody(endpoint);
  return (
    <div className={styles.bodyTab}>
      <CodeEditor
        label={t('body')}
        language="json"
        value={form.body}
        onChange={(body) => changeForm(endpoint, { body })}
        isInvalid={bodyError !== null}
      />
      <div className={styles.note} role="status">
        {bodyError ? (
          <span className={styles.noteProblem}>
            {t('bodyProblem', { line: bodyError.line, column: bodyError.column })}
          </span>
        ) : placeholders.length > 0 ? (
          <span className={styles.caution}>{t('bodyPlaceholders', { list: placeholders.join(' ') })}</span>
        ) : (
          <span />
        )}
        {beforeReset !== null && form.body === example ? (
          <Button
            look="ghost"
            onPress={() => {
              changeForm(endpoint, { body: beforeReset });
              setBeforeReset(null);
            }}
          >
            {t('restore')}
          </Button>
        ) : (
          form.body !== example && (
            <Button
              look="ghost"
              onPress={() => {
                setBeforeReset(form.body);
                changeForm(endpoint, { body: example });
              }}
            >
              {t('resetBody')}
            </Button>
          )
        )}
      </div>
    </div>
  );
}
