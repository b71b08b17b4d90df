import { useTranslation } from 'react-i18next';
import type { VariableLookup } from '../variables/variables-store.ts';
import styles from './pair-table.module.css';
import type { PartRow } from './request-draft.ts';
import { VariableField } from './variable-field.tsx';

interface Props {
  readonly row: PartRow;
  readonly lookup: VariableLookup;
  /** `what` names what was edited. */
  readonly onChange: (part: Partial<PartRow>, what: string) => void;
}

/** What is said about a part besides its name: its type, and the name that a file goes under. */
export function FormPartHead({ row, lookup, onChange }: Props) {
  const { t } = useTranslation('request');
  const name = row.name.trim() || t('row.name');
  const isFile = row.kind === 'file';
  return (
    <div className={styles.head}>
      <span aria-hidden>{t('part.type')}</span>
      <VariableField
        label={`${t('part.type')}: ${name}`}
        placeholder={isFile ? 'application/octet-stream' : t('part.noType')}
        value={row.contentType}
        lookup={lookup}
        onChange={(contentType) => onChange({ contentType }, 'type')}
      />
      {isFile && (
        <>
          <span aria-hidden>{t('part.fileName')}</span>
          <VariableField
            label={`${t('part.fileName')}: ${name}`}
            placeholder={row.file?.name ?? t('part.ownName')}
            value={row.fileName}
            lookup={lookup}
            onChange={(fileName) => onChange({ fileName }, 'file name')}
          />
        </>
      )}
    </div>
  );
}
