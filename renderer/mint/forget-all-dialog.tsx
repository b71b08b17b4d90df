import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { joinSentences } from '../i18n/join-sentences.ts';
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
  const isOne = tokens.length === 1;
  const forget = () => {
    onClose();
    void attempt(call('tokens.forgetAll', null));
  };
  return (
    <Dialog
      role="alertdialog"
      title={isOne ? t('forgetAll.one.title') : t('forgetAll.title', { count: tokens.length })}
      isOpen
      onClose={onClose}
      cancelLabel={t('frame:cancel')}
      actions={
        <Button look="danger" onPress={forget}>
          {t(isOne ? 'forgetAll.one.action' : 'forgetAll.action')}
        </Button>
      }
    >
      {living > 0 && <p>{isOne ? t('forgetAll.one.living') : t('forgetAll.living', { count: living })}</p>}
      <p>
        {joinSentences(
          pasted < tokens.length ? t(isOne ? 'forgetAll.one.minted' : 'forgetAll.minted') : '',
          pasted === 0 ? '' : isOne ? t('forgetAll.one.pasted') : t('forgetAll.pasted', { count: pasted }),
          keeps ? t(isOne ? 'forgetAll.one.kept' : 'forgetAll.kept') : '',
        )}
      </p>
    </Dialog>
  );
}
