import { Ellipsis, Eye, EyeOff, FileSearch, RotateCw, Send, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccessToken } from '../../shared/coze/token.ts';
import { openScreen } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { formatClock, formatRelative } from '../app/format-time.ts';
import { openJwt } from '../app/open-targets.ts';
import { attempt, showNote } from '../app/toast-store.ts';
import { formatLeft, lifeOf } from '../app/token-life.ts';
import { useNow } from '../app/use-now.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { CountdownRing } from '../ui/countdown-ring.tsx';
import { Menu, type MenuGroup } from '../ui/menu.tsx';
import styles from './token-list.module.css';
import { useReveal } from './use-reveal.ts';

interface Props {
  readonly token: AccessToken;
}

const iconSize = { size: 16, strokeWidth: 1.5 } as const;

export function TokenRow({ token }: Props) {
  const { t, i18n } = useTranslation(['mint', 'frame']);
  const now = useNow();
  const life = lifeOf(token, now);
  const expired = life.liveness === 'expired';
  const localExpiry = (token.expiresAt ?? 0) * 1000 - token.clockOffsetMs;
  const { revealed, reveal, hide } = useReveal(token.id);
  const copy = (form: 'token' | 'header' | 'env' | 'curl') =>
    call('tokens.copy', { tokenId: token.id, form });
  const copyAndSay = (form: 'header' | 'env' | 'curl') =>
    attempt(copy(form).then(() => showNote(t('frame:copied'))));
  const inspect = async () => {
    const assertion = await attempt(call('tokens.assertion', { tokenId: token.id }));
    if (assertion) openJwt(assertion.jwt);
  };
  const goToConsole = async () => {
    if (token.appId !== null) await attempt(call('apps.choose', { appId: token.appId }));
    openScreen('console');
  };
  const groups: readonly MenuGroup[] = [
    {
      id: 'copy',
      entries: (
        [
          ['header', t('token.copyHeader')],
          ['env', t('token.copyEnv')],
          ['curl', t('token.copyCurl')],
        ] as const
      ).map(([form, label]) => ({ id: form, label, run: () => void copyAndSay(form) })),
    },
    {
      id: 'look',
      entries: [
        { id: 'use', label: t('token.use'), icon: <Send {...iconSize} />, run: () => void goToConsole() },
        {
          id: 'inspect',
          label: t('token.inspect'),
          icon: <FileSearch {...iconSize} />,
          run: () => void inspect(),
        },
        revealed === null
          ? { id: 'reveal', label: t('token.reveal'), icon: <Eye {...iconSize} />, run: () => void reveal() }
          : { id: 'hide', label: t('token.hide'), icon: <EyeOff {...iconSize} />, run: hide },
      ],
    },
    {
      id: 'life',
      entries: [
        {
          id: 'renew',
          label: t('token.renew'),
          icon: <RotateCw {...iconSize} />,
          run: () => void attempt(call('tokens.renew', { tokenId: token.id })),
        },
        {
          id: 'forget',
          label: t('token.forget'),
          icon: <Trash2 {...iconSize} />,
          danger: true,
          run: () => void attempt(call('tokens.forget', { tokenId: token.id })),
        },
      ],
    },
  ];
  return (
    <li className={styles.row} data-liveness={life.liveness}>
      <CountdownRing share={life.share} liveness={life.liveness} size={18} />
      <span className={styles.left}>
        {expired ? t('frame:expired') : formatLeft(life.secondsLeft, i18n.language === 'zh' ? 'zh' : 'en')}
      </span>
      <div className={styles.what}>
        <div className={styles.title}>
          <span className={styles.app}>{token.appName}</span>
          <span className={styles.session}>{token.options.sessionName || t('token.noSession')}</span>
        </div>
        <div className={styles.facts}>
          <span>
            {expired
              ? t('token.expiredAgo', { ago: formatRelative(localExpiry, now, i18n.language) })
              : t('token.expiresAt', { time: formatClock(localExpiry, now, i18n.language) })}
          </span>
          {token.notes?.includes('expires-relative') && (
            <span className={styles.note}>{t('token.expiresRelative')}</span>
          )}
          <span>{scopeWords(token, t('token.scopeAll'), (list) => t('token.scopeSome', { list }))}</span>
          <span>{token.uses === 0 ? t('token.unused') : t('token.uses', { count: token.uses })}</span>
        </div>
        {revealed !== null && <code className={styles.revealed}>{revealed}</code>}
      </div>
      <span className={styles.mask}>{token.mask}</span>
      {expired ? (
        <Button look="ghost" onPress={() => void attempt(call('tokens.renew', { tokenId: token.id }))}>
          {t('token.renew')}
        </Button>
      ) : (
        <CopyButton label={t('token.copyToken')} doneLabel={t('frame:copied')} onCopy={() => copy('token')} />
      )}
      <Menu
        label={t('token.actions', { mask: token.mask })}
        groups={groups}
        trigger={
          <Button look="ghost" square aria-label={t('token.actions', { mask: token.mask })}>
            <Ellipsis {...iconSize} />
          </Button>
        }
      />
    </li>
  );
}

function scopeWords(token: AccessToken, all: string, some: (list: string) => string): string {
  const list = token.options.scope?.account_permission?.permission_list;
  return token.options.scope === null ? all : some(list?.join(', ') ?? '{}');
}
