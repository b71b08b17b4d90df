import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { openScreen } from '../app/app-store.ts';
import { useTargets } from '../app/open-targets.ts';
import { isSameJson } from '../app/preset-of.ts';
import { attempt, showLocalUndo, showNote } from '../app/toast-store.ts';
import { useBusy } from '../app/use-busy.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Menu } from '../ui/menu.tsx';
import { DiffDialog } from './diff-dialog.tsx';
import { type Naming, PresetNameDialog } from './preset-name-dialog.tsx';
import { changePresets, freeName, insertedAfter, insertedAt, newPreset, replaced } from './presets.ts';
import { isNone, type ScopeDraft, withText } from './scope-draft.ts';
import styles from './scope-screen.module.css';
import { bindPreset, changeScope } from './scope-store.ts';

interface Props {
  readonly app: OAuthApp;
  readonly draft: ScopeDraft;
  readonly isLocked: boolean;
}

/** The presets of the app: which one is edited, and what can be done with it. */
export function PresetBar({ app, draft, isLocked }: Props) {
  const { t } = useTranslation('scope');
  const [naming, setNaming] = useState<Naming | null>(null);
  const [isComparing, setComparing] = useState(false);
  const [busy, run] = useBusy();
  const presets = app.scopes;
  const preset = presets.find(({ id }) => id === draft.presetId) ?? null;
  const none = isNone(draft.text);
  const isEdited = preset !== null && !isSameJson(preset.scope, draft.text);
  const canSave = !isLocked && !none;

  const load = (id: string) => {
    const chosen = presets.find((candidate) => candidate.id === id);
    if (chosen) changeScope(app.id, 'preset', (now) => withText({ ...now, presetId: id }, chosen.scope));
  };
  const save = () => {
    if (preset === null) return setNaming({ kind: 'save', name: freeName(presets, app.name) });
    const { text } = draft;
    return run(async () => {
      await attempt(
        changePresets(app.id, (all) => replaced(all, preset.id, { scope: text })).then(() =>
          showNote(t('presets.saved')),
        ),
      );
    });
  };
  const duplicate = async () => {
    if (preset === null) return;
    const copy = newPreset(freeName(presets, t('presets.copyOf', { name: preset.name })), preset.scope);
    await changePresets(app.id, (all) => insertedAfter(all, preset.id, copy));
    changeScope(app.id, 'preset', (now) => withText({ ...now, presetId: copy.id }, copy.scope));
  };
  const remove = async () => {
    if (preset === null) return;
    const index = presets.indexOf(preset);
    await changePresets(app.id, (all) => all.filter(({ id }) => id !== preset.id));
    showLocalUndo(t('presets.deleted', { name: preset.name }), () => {
      void attempt(changePresets(app.id, (all) => insertedAt(all, index, preset)));
    });
  };
  const mintWith = () => {
    const presetId = isEdited ? null : (preset?.id ?? null);
    useTargets.setState({ scopeToMint: { appId: app.id, text: draft.text, presetId } });
    openScreen('mint');
  };
  const placeholder = t(presets.length === 0 ? 'presets.none' : 'presets.unsaved');
  return (
    <div className={styles.bar}>
      <div className={styles.preset}>
        <Choice
          label={t('preset')}
          hideLabel
          value={preset?.id ?? ''}
          placeholder={placeholder}
          isDisabled={presets.length === 0}
          options={presets.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={load}
        />
      </div>
      <span className={styles.edited} role="status">
        {isEdited && t('presets.edited')}
      </span>
      <Button isDisabled={!canSave || busy || (preset !== null && !isEdited)} onPress={() => void save()}>
        {t(preset === null ? 'presets.saveAs' : 'presets.save')}
      </Button>
      <Menu
        label={t('presets.actions')}
        trigger={
          <Button look="ghost" square aria-label={t('presets.actions')}>
            <Ellipsis size={16} strokeWidth={1.5} />
          </Button>
        }
        groups={[
          {
            id: 'preset',
            entries: [
              ...(preset === null || !canSave
                ? []
                : [
                    {
                      id: 'save-as',
                      label: t('presets.saveAs'),
                      run: () => setNaming({ kind: 'save', name: freeName(presets, preset.name) }),
                    },
                  ]),
              ...(preset === null
                ? []
                : [
                    {
                      id: 'rename',
                      label: t('presets.rename'),
                      run: () => setNaming({ kind: 'rename', preset, name: preset.name }),
                    },
                    {
                      id: 'duplicate',
                      label: t('presets.duplicate'),
                      run: () => void run(() => attempt(duplicate())),
                    },
                  ]),
            ],
          },
          {
            id: 'look',
            entries: [
              { id: 'compare', label: t('presets.compare'), run: () => setComparing(true) },
              {
                id: 'clear',
                label: t('presets.clear'),
                run: () => changeScope(app.id, 'clear', (now) => withText({ ...now, presetId: null }, '')),
              },
            ],
          },
          {
            id: 'delete',
            entries:
              preset === null
                ? []
                : [
                    {
                      id: 'delete',
                      label: t('presets.delete'),
                      danger: true,
                      run: () => void run(() => attempt(remove())),
                    },
                  ],
          },
        ]}
      />
      <Button isDisabled={isLocked} onPress={mintWith}>
        {t('mint')}
      </Button>
      {naming && (
        <PresetNameDialog
          naming={naming}
          presets={presets}
          onClose={() => setNaming(null)}
          onName={async (name) => {
            if (naming.kind === 'rename') {
              await changePresets(app.id, (all) => replaced(all, naming.preset.id, { name: name.trim() }));
              return;
            }
            const saved = newPreset(name, draft.text);
            await changePresets(app.id, (all) => [...all, saved]);
            bindPreset(app.id, saved.id);
          }}
        />
      )}
      {isComparing && <DiffDialog app={app} draft={draft} onClose={() => setComparing(false)} />}
    </div>
  );
}
