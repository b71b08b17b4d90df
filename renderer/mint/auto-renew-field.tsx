import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { Checkbox } from '../ui/checkbox.tsx';

interface Props {
  readonly app: OAuthApp;
}

/** Whether what is minted from now on renews by itself. */
export function AutoRenewField({ app }: Props) {
  const { t } = useTranslation('tokens');
  return (
    <div>
      <Checkbox
        isSelected={app.autoRenew}
        onChange={(autoRenew) => void attempt(call('apps.setAutoRenew', { appId: app.id, autoRenew }))}
      >
        {t('form.autoRenew')}
      </Checkbox>
      <p className="secondary">{t('form.autoRenewHint')}</p>
    </div>
  );
}
