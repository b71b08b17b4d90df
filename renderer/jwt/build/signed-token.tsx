import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../../shared/coze/app.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import { formatCountdown } from '../../../shared/format-countdown.ts';
import { openScreen, useAppStore } from '../../app/app-store.ts';
import { call } from '../../app/bridge-client.ts';
import { openAppEditor, openJwt } from '../../app/open-targets.ts';
import { ProblemView } from '../../app/problem-view.tsx';
import { attempt, showNote } from '../../app/toast-store.ts';
import { lifeOf } from '../../app/token-life.ts';
import { useNow } from '../../app/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './build.module.css';
import type { BuildKind } from './build-store.ts';
import type { Draft } from './draft.ts';
import { cancelExchange, exchangeSigned, isOutdated, retryWork, useSignStore } from './sign-store.ts';

interface Props {
  readonly kind: BuildKind;
  readonly draft: Draft;
}

/** The compact token in its three tones, and what can be done with it. */
export function SignedToken({ kind, draft }: Props) {
  const { t } = useTranslation(['build', 'frame', 'jwt']);
  const { signed, running, problem: last, failed } = useSignStore((state) => state.work[kind]);
  const problem = failed === 'exchange' || failed === draft ? last : null;
  const appId = signed?.appId ?? draft.appId;
  const app = useAppStore((state) => state.profile.apps.find(({ id }) => id === appId)) ?? null;
  const failure = problem && (
    <ProblemView
      app={failed === 'exchange' ? app : null}
      problem={problem}
      remedies={{
        retry: () => void retryWork(kind),
        'unlock-keychain': () => void retryWork(kind),
        ...(app ? { 'edit-app': () => openAppEditor(app.id) } : {}),
      }}
    />
  );
  if (signed === null)
    return <div className={styles.signed}>{failure ?? <EmptyState>{t('notSigned')}</EmptyState>}</div>;
  const { jwt, token } = signed;
  const copy = () => attempt(call('app.copyText', { text: jwt }).then(() => showNote(t('frame:copied'))));
  return (
    <div className={styles.signed}>
      <div className={styles.actions}>
        <Button onPress={() => void copy()}>{t('copy')}</Button>
        <Button onPress={() => openJwt(jwt)}>{t('inspect')}</Button>
        {kind === 'coze' && (
          <ExchangeAction app={app} isUsed={token !== null} isRunning={running === 'exchange'} />
        )}
        {token && <ExchangedToken token={token} />}
        <span role="status" className={styles.outdated}>
          {isOutdated(signed, draft) && t('outdated')}
        </span>
      </div>
      {failure}
      <div className={styles.compact}>
        <CodeEditor label={t('token')} language="token" gutters={false} value={jwt} />
      </div>
    </div>
  );
}

interface ExchangeProps {
  readonly app: OAuthApp | null;
  readonly isUsed: boolean;
  readonly isRunning: boolean;
}

function ExchangeAction({ app, isUsed, isRunning }: ExchangeProps) {
  const { t } = useTranslation(['build', 'mint']);
  return (
    <>
      <Button
        keepsFocus
        isDisabled={app === null || isUsed || isRunning}
        onPress={() => void exchangeSigned()}
      >
        {t(isRunning ? 'exchanging' : 'exchange')}
      </Button>
      {isRunning && (
        <Button look="ghost" onPress={cancelExchange}>
          {t('mint:cancel')}
        </Button>
      )}
    </>
  );
}

interface TokenProps {
  readonly token: AccessToken;
}

function ExchangedToken({ token }: TokenProps) {
  const { t } = useTranslation('build');
  const { secondsLeft } = lifeOf(token, useNow());
  return (
    <span className={styles.outcome}>
      <CircleCheck size={15} strokeWidth={1.5} aria-hidden className={styles.done} />
      <span role="status">{t('exchanged', { mask: token.mask })}</span>
      <span className="mono">{formatCountdown(secondsLeft)}</span>
      <Button look="ghost" onPress={() => openScreen('mint')}>
        {t('goToMint')}
      </Button>
    </span>
  );
}
