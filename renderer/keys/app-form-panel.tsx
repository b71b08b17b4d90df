import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { openScreen, useKeys } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt, showNote } from '../app/toast-store.ts';
import { useBusy } from '../app/use-busy.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { fieldsOf, formOfApp, missingIn } from './app-form-state.ts';
import { AppKeysEditor } from './app-keys-editor.tsx';
import { ClientIdField } from './client-id-field.tsx';
import { DeleteAppDialog } from './delete-dialogs.tsx';
import styles from './detail.module.css';
import { openImport } from './import-store.ts';
import {
  changeDraft,
  dropDraft,
  newAppId,
  select,
  settleDraft,
  useAppForm,
  useKeysStore,
} from './keys-store.ts';
import { RegionFields } from './region-fields.tsx';
import { saveApp } from './save-app.ts';
import { VariantFields } from './variant-fields.tsx';

async function mintWith(app: OAuthApp): Promise<void> {
  await attempt(call('apps.choose', { appId: app.id }));
  openScreen('mint');
}

interface Props {
  /** Null for an app that does not exist yet. */
  readonly app: OAuthApp | null;
}

export function AppFormPanel({ app }: Props) {
  const { t } = useTranslation(['keys', 'frame']);
  const keys = useKeys();
  const form = useAppForm(app, keys);
  const [wasTried, setWasTried] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const [busy, run] = useBusy();
  const element = useRef<HTMLFormElement>(null);
  const id = app?.id ?? newAppId;
  const isDirty = app === null || JSON.stringify(form) !== JSON.stringify(formOfApp(app, keys));
  const missing = missingIn(form);
  const fields = fieldsOf(form);
  const change = (part: Partial<typeof form>) => changeDraft(id, { ...form, ...part });
  const save = () =>
    run(async () => {
      setWasTried(true);
      if (!fields) {
        setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
        return;
      }
      const draft = useKeysStore.getState().drafts[id];
      const saved = await attempt(saveApp(app, form, fields, keys));
      if (!saved) return;
      settleDraft(id, draft, saved);
      showNote(t('form.saved'));
    });
  return (
    <form
      ref={element}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <header className={styles.head}>
        <h2>{app?.name ?? t('form.create')}</h2>
        {app ? (
          <div className={styles.headActions}>
            <Button onPress={() => void mintWith(app)}>{t('form.mintWithIt')}</Button>
            <Button look="danger" onPress={() => setIsDeleting(true)}>
              {t('frame:delete')}
            </Button>
          </div>
        ) : (
          <Button onPress={() => openImport(newAppId)}>{t('form.fromConfig')}</Button>
        )}
      </header>
      <Field
        label={t('form.name')}
        hint={t('form.nameHint')}
        value={form.name}
        onChange={(name) => change({ name })}
        maxLength={120}
        isRequired
        autoFocus={app === null}
        problem={wasTried && missing.name ? t('form.nameNeeded') : undefined}
      />
      <RegionFields form={form} onChange={change} wasTried={wasTried} />
      <ClientIdField form={form} onChange={change} wasTried={wasTried} />
      <VariantFields form={form} onChange={change} wasTried={wasTried} />
      <AppKeysEditor form={form} onChange={(next) => changeDraft(id, next)} formId={id} />
      <div className={styles.actions}>
        {(isDirty || app === null) && (
          <Button
            onPress={() => {
              dropDraft(id);
              setWasTried(false);
              if (app === null) select({ kind: 'nothing' });
            }}
          >
            {app === null ? t('frame:cancel') : t('form.discard')}
          </Button>
        )}
        <Button type="submit" look="main" isDisabled={!isDirty || busy}>
          {t('frame:save')}
        </Button>
      </div>
      {app && <DeleteAppDialog app={app} isOpen={isDeleting} onClose={() => setIsDeleting(false)} />}
    </form>
  );
}
