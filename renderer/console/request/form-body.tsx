import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Choice } from '../../ui/choice.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import { changeBody } from './change-body.ts';
import { FileChoice } from './file-choice.tsx';
import styles from './pair-table.module.css';
import { ParameterName } from './parameter-name.tsx';
import { ParameterValue } from './parameter-value.tsx';
import { type BodyDraft, nextRowId, type PartRow, partRow } from './request-draft.ts';
import panelStyles from './request-panel.module.css';
import { VariableField } from './variable-field.tsx';

interface Props {
  readonly body: BodyDraft;
  readonly endpoint: Endpoint | null;
  readonly lookup: VariableLookup;
}

function changePart(row: PartRow, part: Partial<PartRow>, what: string): void {
  changeBody(`part ${what} ${row.id}`, (body) => ({
    ...body,
    parts: body.parts.map((entry) => (entry.id === row.id ? { ...entry, ...part } : entry)),
  }));
}

/** The parts of a `multipart/form-data` body. */
export function FormBody({ body, endpoint, lookup }: Props) {
  const { t } = useTranslation('request');
  const parameterOf = (name: string) => endpoint?.body?.fields.find((field) => field.name === name) ?? null;
  return (
    <div className={`${panelStyles.view} ${styles.parts}`}>
      <div className={styles.table}>
        {body.parts.map((row) => {
          const parameter = row.known ? parameterOf(row.name) : null;
          const name = row.name.trim() || t('row.name');
          return (
            <div key={row.id} className={styles.row} data-off={!row.on || undefined}>
              <Checkbox isSelected={row.on} onChange={(on) => changePart(row, { on }, 'on')}>
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
                  onChange={(text) => changePart(row, { name: text }, 'name')}
                />
              )}
              <Choice
                label={`${t('part.kind')}: ${name}`}
                hideLabel
                value={row.kind}
                options={(['text', 'file'] as const).map((value) => ({ value, label: t(`part.${value}`) }))}
                onChange={(kind) => changePart(row, { kind }, 'kind')}
              />
              {row.kind === 'file' ? (
                <FileChoice
                  name={name}
                  file={row.file}
                  onChange={(file) => changePart(row, { file, on: file !== null || row.on }, 'file')}
                />
              ) : (
                <ParameterValue
                  label={row.known ? row.name : t('row.value')}
                  parameter={parameter}
                  value={row.text}
                  lookup={lookup}
                  onChange={(text) =>
                    changePart(row, { text, on: row.known ? text !== '' || row.on : row.on }, 'text')
                  }
                />
              )}
              {row.known ? (
                <span />
              ) : (
                <Button
                  look="ghost"
                  square
                  aria-label={`${t('row.remove')}: ${name}`}
                  onPress={() =>
                    changeBody('remove part', (now) => ({
                      ...now,
                      parts: now.parts.filter((entry) => entry.id !== row.id),
                    }))
                  }
                >
                  <X size={15} strokeWidth={1.5} />
                </Button>
              )}
            </div>
          );
        })}
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
