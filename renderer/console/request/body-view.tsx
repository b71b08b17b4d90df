import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { Segmented } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import styles from './body-view.module.css';
import { changeBody } from './change-body.ts';
import { FileBody } from './file-body.tsx';
import { FormBody } from './form-body.tsx';
import { JsonBody, jsonFieldsOf } from './json-body.tsx';
import { bodyKinds, type RequestDraft } from './request-draft.ts';
import { TextBody } from './text-body.tsx';

interface Props {
  readonly draft: RequestDraft;
  readonly endpoint: Endpoint | null;
  readonly lookup: VariableLookup;
}

export function BodyView({ draft, endpoint, lookup }: Props) {
  const { t } = useTranslation('request');
  const { kind } = draft.body;
  const [narrow, setNarrow] = useState<'form' | 'json'>('form');
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
        {kind === 'json' && jsonFieldsOf(endpoint).length > 0 && (
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
      </div>
      {kind === 'none' && <EmptyState>{t('noBody')}</EmptyState>}
      {kind === 'json' && <JsonBody body={draft.body} endpoint={endpoint} lookup={lookup} narrow={narrow} />}
      {kind === 'text' && <TextBody body={draft.body} lookup={lookup} />}
      {kind === 'form' && <FormBody body={draft.body} endpoint={endpoint} lookup={lookup} />}
      {kind === 'file' && <FileBody body={draft.body} lookup={lookup} />}
    </div>
  );
}
