import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../app/app-store.ts';
import { Choice } from '../../ui/choice.tsx';
import { changeDraft } from '../tabs-store.ts';
import { useVariablesDialog } from './variables-store.ts';

interface Props {
  readonly setId: string | null;
}

/** Which set of variables fills the request in. */
export function VariablesChoice({ setId }: Props) {
  const { t } = useTranslation('request');
  const sets = useAppStore((state) => state.profile.variableSets);
  const chosen = sets.find(({ id }) => id === setId) ?? null;
  return (
    <Choice
      label={t('variables.label')}
      hideLabel
      value={chosen === null ? '' : `set ${chosen.id}`}
      options={[
        { value: '', label: t('variables.none') },
        ...sets.map(({ id, name }) => ({ value: `set ${id}`, label: name })),
        { value: 'edit', label: t('variables.edit') },
      ]}
      onChange={(value) => {
        if (value === 'edit') return useVariablesDialog.setState({ setId: chosen?.id ?? null });
        const variableSetId = value === '' ? null : value.slice('set '.length);
        changeDraft('variables', (draft) => ({ ...draft, variableSetId }));
      }}
    />
  );
}
