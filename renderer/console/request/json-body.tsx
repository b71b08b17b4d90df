import { useTranslation } from 'react-i18next';
import type { Endpoint, EndpointBody } from '../../../shared/coze/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import { formatBody, readBody } from './body-text.ts';
import styles from './body-view.module.css';
import { changeBody } from './change-body.ts';
import { JsonForm } from './json-form.tsx';
import { type BodyDraft, exampleJson, withJson } from './request-draft.ts';
import { useVariableMarks } from './use-variable-marks.ts';

interface Props {
  readonly body: BodyDraft;
  readonly endpoint: Endpoint | null;
  readonly lookup: VariableLookup;
  /** Which of the two is in sight where there is no room for both. */
  readonly narrow: 'form' | 'json';
}

/** Longer texts are not compared with how they would be laid out at each keystroke, in characters. */
const longestLaidOut = 200_000;

/** The documented members of a JSON body; none where nothing is documented. */
export function jsonFieldsOf(endpoint: Endpoint | null): EndpointBody['fields'] {
  return endpoint?.streaming === 'multipart' ? [] : (endpoint?.body?.fields ?? []);
}

/** The body as the documented fields and as JSON, each following the other; what is sent is the JSON, byte for byte. */
export function JsonBody({ body, endpoint, lookup, narrow }: Props) {
  const { t } = useTranslation(['request', 'console']);
  const isEmpty = body.json.trim() === '';
  const { error } = readBody(isEmpty ? '{}' : body.json);
  const fields = jsonFieldsOf(endpoint);
  const laidOut = body.json.length > longestLaidOut ? body.json : formatBody(body.json);
  const example = endpoint !== null && fields.length > 0 ? exampleJson(endpoint) : body.json;
  const variables = useVariableMarks(lookup);
  return (
    <div className={styles.json} data-narrow={fields.length > 0 ? narrow : 'json'}>
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
        <div className={styles.note}>
          <span className={styles.wrong} role="status">
            {error && t('jsonBroken', { line: error.line, column: error.column })}
            {error && fields.length > 0 && ` · ${t('formLocked')}`}
          </span>
          {laidOut !== body.json && (
            <Button look="ghost" onPress={() => changeBody('lay out', (now) => withJson(now, laidOut))}>
              {t('layOut')}
            </Button>
          )}
          {example !== body.json && (
            <Button look="ghost" onPress={() => changeBody('reset', (now) => withJson(now, example))}>
              {t('console:resetBody')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
