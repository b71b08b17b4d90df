import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessToken } from '../../shared/coze/token.ts';
import { useAppStore, useCurrentApp } from '../app/app-store.ts';
import { lifeOf } from '../app/token-life.ts';
import { currentSecond, useAtSecond } from '../app/use-now.ts';
import { Choice } from '../ui/choice.tsx';
import styles from './console-screen.module.css';
import { chooseToken } from './tabs-store.ts';
import { choiceOf, givenName, nameOfToken, offeredTokens, type TokenChoice } from './token-choice.ts';
import { useTokenChoice } from './use-sender.ts';

const HoldDialog = lazy(() =>
  import('../app/hold/hold-dialog.tsx').then((module) => ({ default: module.HoldDialog })),
);

const lives = (token: AccessToken) => lifeOf(token, currentSecond()).liveness !== 'expired';

function keyOf(choice: TokenChoice): string {
  return choice.kind === 'token' ? `token ${choice.tokenId}` : choice.kind;
}

/** Which token goes with the request: one that the app gets for it, one that is held or pasted here, or none. */
export function TokenChooser() {
  const { t } = useTranslation(['console', 'mint', 'frame']);
  const app = useCurrentApp();
  const appId = app?.id ?? null;
  const tokens = useAppStore((state) => state.tokens);
  const apps = useAppStore((state) => state.profile.apps);
  const choice = useTokenChoice();
  const [isPasting, setIsPasting] = useState(false);
  // Drawn again only when a token ends.
  const ids = useAtSecond(() =>
    offeredTokens(tokens, appId, choice, lives)
      .map(({ id }) => id)
      .join(' '),
  );
  const offered = ids.split(' ').flatMap((id) => tokens.find((token) => token.id === id) ?? []);
  const fromApp = { value: 'app', label: t('tokenOfApp'), detail: t('tokenOfAppDetail') };
  const none = { value: 'none', label: t('tokenNone'), detail: t('tokenNoneDetail') };
  const held = offered.map((token) => ({
    value: `token ${token.id}`,
    label: nameOfToken(token),
    detail: [
      givenName(token) || t('mint:token.noSession'),
      token.mask,
      t(`frame:regions.${token.region.kind}`),
    ].join(' · '),
  }));
  const paste = { value: 'paste', label: t('tokenPaste'), detail: t('tokenPasteDetail') };
  const choose = (value: string) => {
    if (value === 'paste') return setIsPasting(true);
    const token = offered.find(({ id }) => value === `token ${id}`);
    chooseToken(token ? choiceOf(token, apps) : { kind: value === 'none' ? 'none' : 'app' });
  };
  return (
    <div className={styles.token}>
      <Choice
        label={t('token')}
        hideLabel
        value={keyOf(choice)}
        options={app ? [fromApp, ...held, none, paste] : [...held, paste]}
        placeholder={t(choice.kind === 'token' ? 'tokenForgotten' : 'tokenChoose')}
        onChange={choose}
      />
      <Suspense fallback={null}>
        {isPasting && (
          <HoldDialog
            onHeld={(token) => chooseToken(choiceOf(token, apps))}
            onClose={() => setIsPasting(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
