import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScopePreset } from '../../shared/coze/scope-preset.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../app/bridge-client.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useBusy } from '../app/use-busy.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { isTaken } from './presets.ts';

/** What a name is asked for, and the one that is proposed. */
export type Naming =
  | { readonly kind: 'save'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly preset: ScopePreset };

interface Props {
  readonly naming: Naming;
  readonly presets: readonly ScopePreset[];
  readonly onClose: () => void;
  /** Saves; what it throws is shown, and the dialog stays. */
  readonly onName: (name: string) => Promise<void>;
}

export function PresetNameDialog({ naming, presets, onClose, onName }: Props) {
  const { t } = useTranslation(['scope', 'frame']);
  const [name, setName] = useState(naming.name);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, run] = useBusy();
  const taken = isTaken(presets, name, naming.kind === 'rename' ? naming.preset.id : null);
  const wrong = name.trim() === '' ? t('presets.nameNeeded') : taken ? t('presets.nameTaken') : undefined;
  const save = () =>
    run(async () => {
      if (wrong !== undefined) return;
      try {
        await onName(name);
        onClose();
      } catch (thrown) {
        setProblem(problemOf(thrown));
      }
    });
  return (
    <Dialog
      title={
        naming.kind === 'save'
          ? t('presets.saveTitle')
          : t('presets.renameTitle', { name: naming.preset.name })
      }
      isOpen
      onClose={onClose}
      width={420}
      cancelLabel={t('frame:cancel')}
      actions={
        <Button look="main" isDisabled={busy || wrong !== undefined} onPress={() => void save()}>
          {t('frame:save')}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={t('presets.name')}
          autoFocus
          value={name}
          onChange={setName}
          maxLength={120}
          problem={wrong}
          hint={naming.kind === 'save' ? t('presets.hint') : undefined}
        />
      </form>
      {problem && <ProblemView problem={problem} remedies={{ retry: () => void save() }} />}
    </Dialog>
  );
}
