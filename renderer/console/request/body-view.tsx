import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { changeDraft } from '../tabs-store.ts';
import type { VariableLookup } from '../variables/variables-store.ts';
import { formatBody } from './body-text.ts';
import styles from './body-view.module.css';
import { FileBody } from './file-body.tsx';
import { FormBody } from './form-body.tsx';
import { JsonBody } from './json-body.tsx';
import { type BodyDraft, bodyKinds, exampleJson, type RequestDraft, withJson } from './request-draft.ts';
import { TextBody } from './text-body.tsx';

interface Props {
  readonly draft: RequestDraft;
  readonly endpoint: Endpoint | null;
  readonly lookup: VariableLookup;
}

/** Changes the body of the request in sight. */
export function changeBody(place: string, change: (body: BodyDraft) => BodyDraft): void {
  changeDraft(`body ${place}`, (draft) => {
    const body = change(draft.body);
    return body === draft.body ? draft : { ...draft, body };
  });
}

export function BodyView({ draft, endpoint, lookup }: Props) {
  const { t } = useTranslation(['request', 'console']);
  const { kind, json } = draft.body;
  const hasExample = kind === 'json' && endpoint?.body && endpoint.streaming !== 'multipart';
  const example = hasExample ? exampleJson(endpoint) : json;
  const laidOut = kind === 'json' ? formatBody(json) : json;
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <Segmented
          label={t('bodyKind')}
          hideLabel
          value={kind}
          options={bodyKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(next) => changeBody('kind', (body) => ({ ...body, kind: next }))}
        />
        <span className={styles.space} />
        {laidOut !== json && (
          <Button look="ghost" onPress={() => changeBody('lay out', (body) => withJson(body, laidOut))}>
            {t('layOut')}
          </Button>
        )}
        {example !== json && (
          <Button look="ghost" onPress={() => changeBody('reset', (body) => withJson(body, example))}>
            {t('console:resetBody')}
          </Button>
        )}
      </div>
      {kind === 'none' && <EmptyState>{t('noBody')}</EmptyState>}
      {kind === 'json' && <JsonBody body={draft.body} endpoint={endpoint} lookup={lookup} />}
      {kind === 'text' && <TextBody body={draft.body} lookup={lookup} />}
      {kind === 'form' && <FormBody body={draft.body} endpoint={endpoint} lookup={lookup} />}
      {kind === 'file' && <FileBody body={draft.body} lookup={lookup} />}
    </div>
  );
}
