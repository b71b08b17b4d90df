import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { useAppStore } from '../app/app-store.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { AppIdentity } from './app-identity.tsx';
import { AutoRenewField } from './auto-renew-field.tsx';
import { LifetimeField } from './lifetime-field.tsx';
import { readMintForm } from './mint-form.ts';
import styles from './mint-screen.module.css';
import { cancelMint, changeMintForm, mint, useMintForm, useMintStore } from './mint-store.ts';
import { ScopeField } from './scope-field.tsx';
import { SessionField } from './session-field.tsx';

interface Props {
  readonly app: OAuthApp;
}

export function MintPanel({ app }: Props) {
  const { t } = useTranslation('mint');
  const form = useMintForm(app);
  const running = useMintStore((state) => state.running[app.id] !== undefined);
  const isMac = useAppStore((state) => state.host.platform === 'mac');
  const { options, durationWrong, sessionTooLong, deviceWrong, scopeWrong } = readMintForm(form, app.scopes);
  const hasDevice = form.deviceKind !== 'none';
  return (
    <form
      className={styles.panel}
      onSubmit={(event) => {
        event.preventDefault();
        void mint(app);
      }}
    >
      <AppIdentity app={app} />
      <LifetimeField
        value={form.duration}
        isWrong={durationWrong}
        onChange={(duration) => changeMintForm(app, { duration })}
      />
      <SessionField
        app={app}
        options={readMintForm({ ...form, sessionName: '' }, app.scopes).options}
        value={form.sessionName}
        isTooLong={sessionTooLong}
        onChange={(sessionName) => changeMintForm(app, { sessionName })}
      />
      <div className={styles.device}>
        <Choice
          label={t('device')}
          value={form.deviceKind}
          options={(['none', 'device-id', 'custom-consumer'] as const).map((value) => ({
            value,
            label: t(`devices.${value}`),
          }))}
          onChange={(deviceKind) => changeMintForm(app, { deviceKind })}
        />
        {hasDevice && (
          <Field
            label={t('deviceValue')}
            mono
            value={form.deviceValue}
            onChange={(deviceValue) => changeMintForm(app, { deviceValue })}
            problem={deviceWrong ? t('deviceNeeded') : undefined}
          />
        )}
      </div>
      <ScopeField
        app={app}
        value={form.scope}
        preset={form.preset}
        wrong={scopeWrong}
        onChange={(change) => changeMintForm(app, change)}
      />
      <AutoRenewField app={app} />
      <div className={styles.action}>
        {running && <Button onPress={() => cancelMint(app.id)}>{t('cancel')}</Button>}
        <Button type="submit" look="main" isDisabled={running || options === null}>
          {running ? t('running') : t('action')}
          <kbd>{isMac ? '⌘↩' : 'Ctrl+↩'}</kbd>
        </Button>
      </div>
    </form>
  );
}
