import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/bridge.ts';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { useFormatNames } from '../app/format-names.ts';
import { attempt, showUndo } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { dropDraft, neighbourOf, type Selection, select } from './keys-store.ts';

function selectionOf(kind: 'app' | 'key', id: string | null): Selection {
  return id === null ? { kind: 'nothing' } : { kind, id };
}

interface AppProps {
  readonly app: OAuthApp;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function DeleteAppDialog({ app, isOpen, onClose }: AppProps) {
  const { t } = useTranslation('keys');
  const apps = useAppStore((state) => state.profile.apps);
  return (
    <DeleteDialog
      title={t('deleteApp.title', { name: app.name })}
      deleted={t('deletedApp', { name: app.name })}
      isOpen={isOpen}
      onClose={onClose}
      remove={async () => {
        const undo = await call('apps.delete', { appId: app.id });
        dropDraft(app.id);
        return undo;
      }}
      next={() =>
        selectionOf(
          'app',
          neighbourOf(
            apps.map((entry) => entry.id),
            app.id,
          ),
        )
      }
    >
      <p>{t('deleteApp.text')}</p>
    </DeleteDialog>
  );
}

interface KeyProps {
  readonly signingKey: SigningKey;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function DeleteKeyDialog({ signingKey, isOpen, onClose }: KeyProps) {
  const { t } = useTranslation('keys');
  const formatNames = useFormatNames();
  const apps = useAppStore((state) => state.profile.apps);
  const keys = useAppStore((state) => state.profile.keys);
  const users = apps.filter((app) => app.keyIds.includes(signingKey.id));
  return (
    <DeleteDialog
      title={t('deleteKey.title', { label: signingKey.label })}
      deleted={t('deletedKey', { label: signingKey.label })}
      isOpen={isOpen}
      onClose={onClose}
      remove={() => call('keys.delete', { keyId: signingKey.id })}
      next={() =>
        selectionOf(
          'key',
          neighbourOf(
            keys.map((key) => key.id),
            signingKey.id,
          ),
        )
      }
    >
      <p>{t('deleteKey.text')}</p>
      {users.length > 0 && (
        <p>{t('deleteKey.usedBy', { names: formatNames(users.map((app) => app.name)) })}</p>
      )}
    </DeleteDialog>
  );
}

interface Props {
  readonly title: string;
  /** Said beside the undo button afterwards. */
  readonly deleted: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly remove: () => Promise<CallOutput<'apps.delete'>>;
  /** What to show instead. */
  readonly next: () => Selection;
  /** What is lost. */
  readonly children: ReactNode;
}

function DeleteDialog({ title, deleted, isOpen, onClose, remove, next, children }: Props) {
  const { t } = useTranslation('frame');
  const run = async () => {
    onClose();
    const selection = next();
    const undo = await attempt(remove());
    if (!undo) return;
    select(selection);
    showUndo(deleted, undo);
  };
  return (
    <Dialog
      role="alertdialog"
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      cancelLabel={t('cancel')}
      actions={
        <Button look="danger" onPress={() => void run()}>
          {t('delete')}
        </Button>
      }
    >
      {children}
    </Dialog>
  );
}
