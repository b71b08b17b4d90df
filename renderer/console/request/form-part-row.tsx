import { SlidersHorizontal, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointParameter } from '../../../shared/coze/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Choice } from '../../ui/choice.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import { changeBody } from './change-body.ts';
import { FileChoice } from './file-choice.tsx';
import { FormPartHead } from './form-part-head.tsx';
import styles from './pair-table.module.css';
import { ParameterName } from './parameter-name.tsx';
import { ParameterValue } from './parameter-value.tsx';
import type { PartRow } from './request-draft.ts';
import { VariableField } from './variable-field.tsx';

interface Props {
  readonly row: PartRow;
  /** The field of the catalogue that it is; null for any other part. */
  readonly parameter: EndpointParameter | null;
  readonly lookup: VariableLookup;
}

function remove(row: PartRow): void {
  changeBody('remove part', (now) => ({ ...now, parts: now.parts.filter((entry) => entry.id !== row.id) }));
}

/** One part of a form; its own type and file name stand below it where it has some. */
export function FormPartRow({ row, parameter, lookup }: Props) {
  const { t } = useTranslation('request');
  const [isWanted, setWanted] = useState<boolean | null>(null);
  const hasHead = row.contentType !== '' || (row.kind === 'file' && row.fileName !== '');
  const showsHead = isWanted ?? hasHead;
  const name = row.name.trim() || t('row.name');
  const change = (part: Partial<PartRow>, what: string) =>
    changeBody(`part ${what} ${row.id}`, (body) => ({
      ...body,
      parts: body.parts.map((entry) => (entry.id === row.id ? { ...entry, ...part } : entry)),
    }));
  return (
    <div className={styles.part} data-off={!row.on || undefined}>
      <div className={styles.row}>
        <Checkbox isSelected={row.on} onChange={(on) => change({ on }, 'on')}>
          <span className="visually-hidden">{`${t('row.use')}: ${name}`}</span>
        </Checkbox>
        {row.known ? (
          <ParameterName
            name={row.name}
            parameter={parameter}
            isMissing={row.kind === 'file' ? row.file === null : row.text === ''}
          />
        ) : (
          <VariableField
            label={t('row.name')}
            placeholder={t('row.name')}
            value={row.name}
            lookup={lookup}
            onChange={(text) => change({ name: text }, 'name')}
          />
        )}
        <Choice
          label={`${t('part.kind')}: ${name}`}
          hideLabel
          value={row.kind}
          options={(['text', 'file'] as const).map((value) => ({ value, label: t(`part.${value}`) }))}
          onChange={(kind) => change({ kind }, 'kind')}
        />
        {row.kind === 'file' ? (
          <FileChoice
            name={name}
            file={row.file}
            onChange={(file) => change({ file, on: file !== null || row.on }, 'file')}
          />
        ) : (
          <ParameterValue
            label={row.known ? row.name : t('row.value')}
            parameter={parameter}
            value={row.text}
            lookup={lookup}
            onChange={(text) => change({ text, on: row.known ? text !== '' || row.on : row.on }, 'text')}
          />
        )}
        <Button
          look="ghost"
          square
          aria-expanded={showsHead}
          aria-label={`${t(row.kind === 'file' ? 'part.head' : 'part.headOfText')}: ${name}`}
          onPress={() => setWanted(!showsHead)}
        >
          <SlidersHorizontal size={15} strokeWidth={1.5} className={hasHead ? styles.set : undefined} />
        </Button>
        {row.known ? (
          <span />
        ) : (
          <Button look="ghost" square aria-label={`${t('row.remove')}: ${name}`} onPress={() => remove(row)}>
            <X size={15} strokeWidth={1.5} />
          </Button>
        )}
      </div>
      {showsHead && (
        <FormPartHead
          row={row}
          lookup={lookup}
          onChange={(part, what) => {
            setWanted(true);
            change(part, what);
          }}
        />
      )}
    </div>
  );
}
