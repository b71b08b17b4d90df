import { Copy, Ellipsis, Eye, EyeOff, FileSearch, Repeat, RotateCw, Send, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccessToken } from '../../shared/coze/token.ts';
import { useAppStore } from '../app/app-store.ts';
import { openConsole } from '../app/open-targets.ts';
import { lifeOf } from '../app/token-life.ts';
import { useAtSecond } from '../app/use-now.ts';
import { Button } from '../ui/button.tsx';
import { Menu, type MenuEntry, type MenuGroup } from '../ui/menu.tsx';
import {
  canRenew,
  copyAndSay,
  forgetToken,
  inspectAssertion,
  renewToken,
  setAutoRenew,
} from './token-actions.ts';
import type { Reveal } from './use-reveal.ts';

interface Props {
  readonly token: AccessToken;
  readonly reveal: Reveal;
  /** Only the row that the keyboard is on can be reached with Tab. */
  readonly isInTabOrder: boolean;
}

const icon = { size: 16, strokeWidth: 1.5 } as const;

/** Everything that can be done with one token. */
export function TokenMenu({ token, reveal, isInTabOrder }: Props) {
  const { t } = useTranslation(['mint', 'tokens', 'frame']);
  const isMac = useAppStore((state) => state.host.platform === 'mac');
  const isMinted = canRenew(token);
  const label = t('token.actions', { mask: token.mask });
  const copy = (form: 'token' | 'header' | 'env' | 'curl', words: string): MenuEntry => ({
    id: form,
    label: words,
    run: () => void copyAndSay(token, form, t('frame:copied')),
  });
  const isLive = useAtSecond((now) => lifeOf(token, now).liveness !== 'expired');
  const use: readonly MenuEntry[] = [
    { id: 'use', label: t('token.use'), icon: <Send {...icon} />, run: () => openConsole(token) },
  ];
  const inspect: readonly MenuEntry[] = [
    {
      id: 'inspect',
      label: t('token.inspect'),
      icon: <FileSearch {...icon} />,
      run: () => void inspectAssertion(token),
    },
  ];
  const renewing: readonly MenuEntry[] = [
    {
      id: 'renew',
      label: t('token.renew'),
      icon: <RotateCw {...icon} />,
      keys: 'R',
      run: () => void renewToken(token),
    },
    {
      id: 'auto-renew',
      label: t(token.autoRenew ? 'tokens:renewal.turnOff' : 'tokens:renewal.turnOn'),
      icon: <Repeat {...icon} />,
      run: () => void setAutoRenew(token, !token.autoRenew),
    },
  ];
  const groups: readonly MenuGroup[] = [
    {
      id: 'copy',
      entries: [
        {
          ...copy('token', t('token.copyToken')),
          icon: <Copy {...icon} />,
          keys: isMac ? '⌘C' : 'Ctrl+C',
        },
        copy('header', t('token.copyHeader')),
        copy('env', t('token.copyEnv')),
        copy('curl', t('token.copyCurl')),
      ],
    },
    {
      id: 'look',
      entries: [
        ...(isLive ? use : []),
        ...(isMinted ? inspect : []),
        reveal.revealed === null
          ? {
              id: 'reveal',
              label: t('token.reveal'),
              icon: <Eye {...icon} />,
              run: () => void reveal.reveal(),
            }
          : { id: 'hide', label: t('token.hide'), icon: <EyeOff {...icon} />, run: reveal.hide },
      ],
    },
    {
      id: 'life',
      entries: [
        ...(isMinted && token.replacedBy === null ? renewing : []),
        {
          id: 'forget',
          label: t('token.forget'),
          icon: <Trash2 {...icon} />,
          keys: isMac ? '⌫' : 'Del',
          danger: true,
          run: () => void forgetToken(token, t('token.forgotten', { mask: token.mask })),
        },
      ],
    },
  ];
  return (
    <Menu
      label={label}
      groups={groups}
      trigger={
        <Button look="ghost" square aria-label={label} excludeFromTabOrder={!isInTabOrder}>
          <Ellipsis {...icon} />
        </Button>
      }
    />
  );
}
