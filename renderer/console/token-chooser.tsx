import { useTranslation } from 'react-i18next';
import type { AccessToken } from '../../shared/coze/token.ts';
import { useAppStore, useCurrentApp } from '../app/app-store.ts';
import { lifeOf } from '../app/token-life.ts';
import { currentSecond, useAtSecond } from '../app/use-now.ts';
import { Choice } from '../ui/choice.tsx';
import styles from './console-screen.module.css';
import { chooseToken } from './tabs-store.ts';
import { choiceOf, offeredTokens, type TokenChoice } from './token-choice.ts';
import { useTokenChoice } from './use-sender.ts';

const lives = (token: AccessToken) => lifeOf(token, currentSecond()).liveness !== 'expired';

function keyOf(choice: TokenChoice): string {
  return choice.kind === 'token' ? `token ${choice.tokenId}` : choice.kind;
}

/** Which token goes with the request: one that the app gets for it, one that is held, or none. */
export function TokenChooser() {
  const { t } = useTranslation(['console', 'mint', 'frame']);
  const app = useCurrentApp();
  const appId = app?.id ?? null;
  const tokens = useAppStore((state) => state.tokens);
  const apps = useAppStore((state) => state.profile.apps);
  const choice = useTokenChoice();
  // Drawn again only when a token ends.
  const ids = useAtSecond(() =>
    offeredTokens(tokens, appId, choice, lives)
      .map(({ id }) => id)
      .join(' '),
  );
  const offered = ids.split(' ').flatMap((id) => tokens.find((token) => token.id === id) ?? []);
  if (app === null && offered.length === 0 && choice.kind !== 'token') return null;
  const fromApp = { value: 'app', label: t('tokenOfApp'), detail: t('tokenOfAppDetail') };
  const none = { value: 'none', label: t('tokenNone'), detail: t('tokenNoneDetail') };
  const held = offered.map((token) => ({
    value: `token ${token.id}`,
    label: token.appId === null ? token.appName : token.options.sessionName || t('mint:token.noSession'),
    detail: `${token.mask} · ${t(`frame:regions.${token.region.kind}`)}`,
  }));
  const choose = (value: string) => {
    const token = offered.find(({ id }) => value === `token ${id}`);
    chooseToken(token ? choiceOf(token, apps) : { kind: value === 'none' ? 'none' : 'app' });
  };
  return (
    <div className={styles.token}>
      <Choice
        label={t('token')}
        hideLabel
        value={keyOf(choice)}
        options={app ? [fromApp, ...held, none] : held}
        placeholder={t(choice.kind === 'token' ? 'tokenForgotten' : 'tokenChoose')}
        onChange={choose}
      />
    </div>
  );
}
