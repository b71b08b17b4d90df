import { Plus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../app/app-store.ts';
import { call } from '../../app/bridge-client.ts';
import { attempt, showUndo } from '../../app/toast-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { changeDraft } from '../tabs-store.ts';
import {
  canSave,
  draftOfSet,
  emptySet,
  nameProblem,
  type SetDraft,
  savedSet,
  type VariableRow,
  withSecret,
} from './set-draft.ts';
import styles from './variables-dialog.module.css';
import { useVariablesDialog } from './variables-store.ts';

const close = () => useVariablesDialog.setState({ setId: undefined });

/** Sets of variables: named values, the secret ones among them in the keychain. */
export function VariablesDialog() {
  const { t } = useTranslation(['request', 'frame']);
  const { setId } = useVariablesDialog();
  const sets = useAppStore((state) => state.profile.variableSets);
  const [draft, setDraft] = useState<SetDraft | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed stays when the sets change meanwhile
  useEffect(() => {
    const known = sets.find(({ id }) => id === setId);
    if (setId === undefined) setDraft(null);
    else setDraft(known === undefined ? emptySet(crypto.randomUUID()) : draftOfSet(known));
  }, [setId]);
  const isKnown = sets.some(({ id }) => id === draft?.id);
  const save = async () => {
    if (draft === null) return;
    const saved = await attempt(call('variables.save', savedSet(draft)));
    if (saved === null) return;
    changeDraft('variables', (now) => ({ ...now, variableSetId: saved.id }));
    close();
  };
  const remove = async () => {
    if (draft === null) return;
    const { id } = draft;
    const name = sets.find((one) => one.id === id)?.name ?? '';
    const offer = await attempt(call('variables.remove', { id }));
    if (offer === null) return;
    showUndo(t('variables.deleted', { name }), offer);
    close();
  };
  return (
    <Dialog
      title={t('variables.title')}
      isOpen={setId !== undefined}
      onClose={close}
      cancelLabel={t('frame:cancel')}
      width={640}
      actions={
        <>
          {isKnown && (
            <Button look="danger" onPress={() => void remove()}>
              {t('variables.deleteSet')}
            </Button>
          )}
          <Button look="main" isDisabled={draft === null || !canSave(draft)} onPress={() => void save()}>
            {t('variables.save')}
          </Button>
        </>
      }
    >
      <p className="secondary">{t('variables.hint', { name: '{{name}}' })}</p>
      {draft && (
        <>
          <div className={styles.head}>
            {sets.length > 0 && (
              <Choice
                label={t('variables.set')}
                value={isKnown ? draft.id : 'new'}
                options={[
                  ...sets.map(({ id, name }) => ({ value: id, label: name })),
                  { value: 'new', label: t('variables.newSet') },
                ]}
                onChange={(id) => useVariablesDialog.setState({ setId: id === 'new' ? null : id })}
              />
            )}
            <Field
              label={t('variables.setName')}
              value={draft.name}
              maxLength={120}
              onChange={(name) => setDraft({ ...draft, name })}
            />
          </div>
          <Rows draft={draft} onChange={setDraft} />
        </>
      )}
    </Dialog>
  );
}

interface RowsProps {
  readonly draft: SetDraft;
  readonly onChange: (draft: SetDraft) => void;
}

function Rows({ draft, onChange }: RowsProps) {
  const { t } = useTranslation('request');
  const change = (row: VariableRow) =>
    onChange({ ...draft, rows: draft.rows.map((entry) => (entry.id === row.id ? row : entry)) });
  const nextId = draft.rows.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
  return (
    <div className={styles.rows}>
      {draft.rows.map((row) => {
        const problem = nameProblem(draft, row);
        return (
          <div key={row.id} className={styles.row}>
            <Field
              label={t('variables.name')}
              hideLabel
              mono
              placeholder={t('variables.name')}
              value={row.name}
              {...(problem === null ? {} : { problem: t(`variables.${problem}`) })}
              onChange={(name) => change({ ...row, name })}
            />
            <Field
              label={t('variables.value')}
              hideLabel
              mono
              type={row.secret ? 'password' : 'text'}
              placeholder={row.value === null ? t('variables.secretKept') : t('variables.value')}
              value={row.value ?? ''}
              onChange={(value) => change({ ...row, value })}
            />
            <Checkbox isSelected={row.secret} onChange={(secret) => change(withSecret(row, secret))}>
              {t('variables.isSecret')}
            </Checkbox>
            <Button
              look="ghost"
              square
              aria-label={`${t('variables.remove')}: ${row.name}`}
              onPress={() => onChange({ ...draft, rows: draft.rows.filter(({ id }) => id !== row.id) })}
            >
              <X size={15} strokeWidth={1.5} />
            </Button>
          </div>
        );
      })}
      <div>
        <Button
          onPress={() =>
            onChange({
              ...draft,
              rows: [...draft.rows, { id: nextId, name: '', value: '', secret: false }],
            })
          }
        >
          <Plus size={15} strokeWidth={1.5} aria-hidden />
          {t('variables.add')}
        </Button>
      </div>
    </div>
  );
}
