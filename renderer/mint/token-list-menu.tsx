import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccessToken } from '../../shared/coze/token.ts';
import { showNote } from '../app/toast-store.ts';
import { useAtSecond } from '../app/use-now.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { expiredOf, forgetMany, renewAll, worthRenewing } from './token-actions.ts';
import { useTokenListStore } from './token-list-store.ts';

interface Props {
  readonly tokens: readonly AccessToken[];
}

const icon = { size: 16, strokeWidth: 1.5 } as const;

/** What can be done with several tokens together. */
export function TokenListMenu({ tokens }: Props) {
  const { t } = useTranslation('tokens');
  const hasSoon = useAtSecond(() => worthRenewing(tokens).length > 0);
  const hasExpired = useAtSecond(() => expiredOf(tokens).length > 0);
  const renewSoon = async () => {
    const count = await renewAll(worthRenewing(tokens));
    if (count > 0) showNote(t('list.renewedSoon', { count }));
  };
  const renew = { id: 'renew', label: t('list.renewSoon'), run: () => void renewSoon() };
  const forgetExpired = {
    id: 'expired',
    label: t('list.forgetExpired'),
    run: () => void forgetMany(expiredOf(tokens)),
  };
  const forgetAll = {
    id: 'all',
    label: t('list.forgetAll'),
    danger: true,
    run: () => useTokenListStore.setState({ dialog: 'forget-all' }),
  };
  return (
    <Menu
      label={t('list.actions')}
      groups={[
        { id: 'renew', entries: hasSoon ? [renew] : [] },
        { id: 'forget', entries: [...(hasExpired ? [forgetExpired] : []), forgetAll] },
      ]}
      trigger={
        <Button look="ghost" square aria-label={t('list.actions')}>
          <Ellipsis {...icon} />
        </Button>
      }
    />
  );
}
