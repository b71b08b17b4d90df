import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EndpointParameter } from '../../../shared/coze/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import styles from './pair-table.module.css';
import { ParameterName } from './parameter-name.tsx';
import { ParameterValue } from './parameter-value.tsx';
import type { PastedPair } from './paste-pairs.ts';
import { nextRowId, type PairRow, pairRow } from './request-draft.ts';
import { VariableField } from './variable-field.tsx';

interface Props {
  readonly rows: readonly PairRow[];
  /** `place` names what was edited. */
  readonly onChange: (place: string, rows: readonly PairRow[]) => void;
  /** The parameter of the catalogue that a known row is. */
  readonly parameterOf?: (name: string) => EndpointParameter | null;
  /** Reads what is pasted into a row as rows of its own; null when it is a plain text. */
  readonly readPaste: (text: string) => readonly PastedPair[] | null;
  readonly lookup: VariableLookup;
  readonly hint: string;
}

/** Names and values, each row on or off. */
export function PairTable({ rows, onChange, parameterOf, readPaste, lookup, hint }: Props) {
  const { t } = useTranslation('request');
  const change = (row: PairRow, part: Partial<PairRow>, what: string) =>
    onChange(
      `${what} ${row.id}`,
      rows.map((entry) => (entry.id === row.id ? { ...entry, ...part } : entry)),
    );
  const paste = (row: PairRow, text: string): boolean => {
    const pairs = readPaste(text);
    if (pairs === null || (pairs.length === 1 && !/[:=\n]/.test(text))) return false;
    const known = new Map(rows.filter((entry) => entry.known).map((entry) => [entry.name, entry]));
    const taken = new Map<string, PastedPair>();
    const others = pairs.filter((pair) => {
      const isKnown = known.has(pair.name) && !taken.has(pair.name);
      if (isKnown) taken.set(pair.name, pair);
      return !isKnown;
    });
    const first = nextRowId(rows);
    const isEmpty = !row.known && row.name === '' && row.value === '';
    const kept = rows
      .filter((entry) => !isEmpty || entry.id !== row.id)
      .map((entry) => {
        const pair = entry.known ? taken.get(entry.name) : undefined;
        return pair === undefined ? entry : { ...entry, value: pair.value, on: pair.on };
      });
    const added = others.map((pair, index) => ({
      ...pairRow(first + index, pair.name, pair.value),
      on: pair.on,
    }));
    onChange('paste', [...kept, ...added]);
    return true;
  };
  return (
    <div className={styles.table}>
      {rows.map((row) => {
        const parameter = row.known ? (parameterOf?.(row.name) ?? null) : null;
        const name = row.name.trim() || t('row.name');
        return (
          <div key={row.id} className={styles.row} data-off={!row.on || undefined}>
            <Checkbox isSelected={row.on} onChange={(on) => change(row, { on }, 'on')}>
              <span className="visually-hidden">{`${t('row.use')}: ${name}`}</span>
            </Checkbox>
            {row.known ? (
              <ParameterName name={row.name} parameter={parameter} isMissing={row.value === ''} />
            ) : (
              <div className={styles.name}>
                <VariableField
                  label={t('row.name')}
                  placeholder={t('row.name')}
                  value={row.name}
                  lookup={lookup}
                  onChange={(text) => change(row, { name: text }, 'name')}
                  onPaste={(text) => paste(row, text)}
                />
              </div>
            )}
            <div className={styles.value}>
              <ParameterValue
                label={row.known ? row.name : t('row.value')}
                parameter={parameter}
                value={row.value}
                lookup={lookup}
                onChange={(value) =>
                  change(row, { value, on: row.known ? value !== '' || row.on : row.on }, 'value')
                }
                onPaste={(text) => row.name === '' && paste(row, text)}
              />
            </div>
            {row.known ? (
              <span />
            ) : (
              <Button
                look="ghost"
                square
                aria-label={`${t('row.remove')}: ${name}`}
                onPress={() =>
                  onChange(
                    'remove',
                    rows.filter((entry) => entry.id !== row.id),
                  )
                }
              >
                <X size={15} strokeWidth={1.5} />
              </Button>
            )}
          </div>
        );
      })}
      <div className={styles.foot}>
        <Button onPress={() => onChange('add', [...rows, pairRow(nextRowId(rows))])}>
          <Plus size={15} strokeWidth={1.5} aria-hidden />
          {t('row.add')}
        </Button>
        <span>{hint}</span>
      </div>
    </div>
  );
}
