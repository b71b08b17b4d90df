import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { expiredOf } from './token-actions.ts';

interface Props {
  readonly onClose: () => void;
}

/** Asks before all tokens are forgotten, since nothing brings them back, and says what is lost. */
export function ForgetAllDialog({ onClose }: Props) {
  const { t } = useTranslation(['tokens', 'frame']);
  const tokens = useAppStore((state) => state.tokens);
  const keeps = useAppStore((state) => state.profile.settings.keepTokens);
  const living = tokens.length - expiredOf(tokens).length;
  const pasted = tokens.filter(({ source }) => source === 'pasted').length;
  const forget = () => {
    onClose();
    void attempt(call('tokens.forgetAll', null));
  };
  return (
    <Dialog
      role="alertdialog"
      title={t('forgetAll.title', { count: tokens.length })}
      isOpen
      onClose={onClose}
      cancelLabel={t('frame:cancel')}
      actions={
        <Button look="danger" onPress={forget}>
          {t('forgetAll.action')}
        </Button>
      }
    >
      {living > 0 && <p>{t('forgetAll.living', { count: living })}</p>}
      <p>
        {pasted < tokens.length && t('forgetAll.minted')}{' '}
        {pasted > 0 && t('forgetAll.pasted', { count: pasted })} {keeps && t('forgetAll.kept')}
      </p>
    </Dialog>
  );
}
