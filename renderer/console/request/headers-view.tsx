import { useTranslation } from 'react-i18next';
import { changeDraft } from '../tabs-store.ts';
import type { VariableLookup } from '../variables/variables-store.ts';
import { PairTable } from './pair-table.tsx';
import { readHeaderLines } from './paste-pairs.ts';
import type { RequestDraft } from './request-draft.ts';
import styles from './request-panel.module.css';

interface Props {
  readonly draft: RequestDraft;
  readonly lookup: VariableLookup;
}

export function HeadersView({ draft, lookup }: Props) {
  const { t } = useTranslation('request');
  return (
    <div className={styles.view}>
      <PairTable
        rows={draft.headers}
        readPaste={readHeaderLines}
        lookup={lookup}
        hint={t('headersHint')}
        onChange={(place, headers) => changeDraft(`headers ${place}`, (now) => ({ ...now, headers }))}
      />
    </div>
  );
}
