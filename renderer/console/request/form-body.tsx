import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import { changeBody } from './change-body.ts';
import { FormPartRow } from './form-part-row.tsx';
import styles from './pair-table.module.css';
import { type BodyDraft, nextRowId, partRow } from './request-draft.ts';
import panelStyles from './request-panel.module.css';

interface Props {
  readonly body: BodyDraft;
  readonly endpoint: Endpoint | null;
  readonly lookup: VariableLookup;
}

/** The parts of a `multipart/form-data` body. */
export function FormBody({ body, endpoint, lookup }: Props) {
  const { t } = useTranslation('request');
  const parameterOf = (name: string) => endpoint?.body?.fields.find((field) => field.name === name) ?? null;
  return (
    <div className={`${panelStyles.view} ${styles.parts}`}>
      <div className={styles.table}>
        {body.parts.map((row) => (
          <FormPartRow
            key={row.id}
            row={row}
            parameter={row.known ? parameterOf(row.name) : null}
            lookup={lookup}
          />
        ))}
        <div className={styles.foot}>
          <Button
            onPress={() =>
              changeBody('add part', (now) => ({
                ...now,
                parts: [...now.parts, partRow(nextRowId(now.parts))],
              }))
            }
          >
            <Plus size={15} strokeWidth={1.5} aria-hidden />
            {t('row.add')}
          </Button>
        </div>
      </div>
    </div>
  );
}
