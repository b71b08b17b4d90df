import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt, showUndo } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { dropDraft, select } from './keys-store.ts';

interface AppProps {
  readonly app: OAuthApp;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function DeleteAppDialog({ app, isOpen, onClose }: AppProps) {
  const { t } = useTranslation(['keys', 'frame']);
  const remove = async () => {
    onClose();
    const undo = await attempt(call('apps.delete', { appId: app.id }));
    if (!undo) return;
    dropDraft(app.id);
    select({ kind: 'nothing' });
    showUndo(t('deletedApp', { name: app.name }), undo);
  };
  return (
    <Dialog
      title={t('deleteApp.title', { name: app.name })}
      isOpen={isOpen}
      onClose={onClose}
      cancelLabel={t('frame:cancel')}
      actions={
        <Button look="danger" autoFocus onPress={() => void remove()}>
          {t('frame:delete')}
        </Button>
      }
    >
      <p>{t('deleteApp.text')}</p>
    </Dialog>
  );
}

interface KeyProps {
  readonly signingKey: SigningKey;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function DeleteKeyDialog({ signingKey, isOpen, onClose }: KeyProps) {
  const { t } = useTranslation(['keys', 'frame']);
  const apps = useAppStore((state) => state.profile.apps);
  const users = apps.filter((app) => app.keyIds.includes(signingKey.id));
  const remove = async () => {
    onClose();
    const undo = await attempt(call('keys.delete', { keyId: signingKey.id }));
    if (!undo) return;
    select({ kind: 'nothing' });
    showUndo(t('deletedKey', { label: signingKey.label }), undo);
  };
  return (
    <Dialog
      title={t('deleteKey.title', { label: signingKey.label })}
      isOpen={isOpen}
      onClose={onClose}
      cancelLabel={t('frame:cancel')}
      actions={
        <Button look="danger" autoFocus onPress={() => void remove()}>
          {t('frame:delete')}
        </Button>
      }
    >
      <p>{t('deleteKey.text')}</p>
      {users.length > 0 && <p>{t('deleteKey.usedBy', { names: users.map((app) => app.name).join(', ') })}</p>}
    </Dialog>
  );
}
