import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../app/app-store.ts';
import { call } from '../../app/bridge-client.ts';
import { runCommand } from '../../app/commands.ts';
import { attempt } from '../../app/toast-store.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { changeMembers, chooseApp, removeClaim } from './build-store.ts';
import { type Draft, memberText, type ReadableDraft } from './draft.ts';
import { canChangeDevice, deviceOf, setDevice } from './draft-fields.ts';
import { JtiField } from './jti-field.tsx';
import { KeyField } from './key-field.tsx';
import { MemberField } from './member-field.tsx';
import { TimesFields } from './times-fields.tsx';

interface Props {
  readonly draft: Draft;
  readonly read: ReadableDraft;
  /** A segment whose JSON cannot be read is changed there only. */
  readonly isLocked: { readonly header: boolean; readonly payload: boolean };
  /** True for a member, by JSON pointer, that Coze would reject. */
  readonly isWrong: (path: string) => boolean;
}

const setText = (name: string, text: string) =>
  changeMembers(name, [{ segment: 'payload', path: [name], value: JSON.stringify(text) }]);

/** The assertion of Coze's documentation, field by field. */
export function AssertionForm({ draft, read, isLocked, isWrong }: Props) {
  const { t } = useTranslation(['build', 'mint', 'frame']);
  const textOf = (name: string) => memberText(read, 'payload', [name]);
  const locked = (name: string) => isLocked.payload || textOf(name).kind === 'structure';
  const field = (name: string) => ({
    label: name,
    value: textOf(name).text,
    onChange: (text: string) => setText(name, text),
    isLocked: locked(name),
    isInvalid: isWrong(`/${name}`),
  });
  const device = deviceOf(read);
  const isDeviceLocked = isLocked.payload || !canChangeDevice(read);
  return (
    <>
      <AppField draft={draft} />
      <KeyField draft={draft} read={read} isLocked={isLocked.header} isWrong={isWrong('/kid')} />
      <MemberField {...field('iss')} />
      <MemberField {...field('aud')} />
      <TimesFields draft={draft} read={read} isLocked={isLocked.payload} isWrong={isWrong} />
      <JtiField read={read} isLocked={isLocked.payload} isWrong={isWrong('/jti')} />
      <MemberField
        {...field('session_name')}
        label={t('mint:sessionName')}
        isMono={false}
        onLeave={(text) => {
          if (text === '' && textOf('session_name').kind === 'text') removeClaim('session_name');
        }}
      />
      <Choice
        label={t('mint:device')}
        isRow
        value={device.kind}
        isDisabled={isDeviceLocked}
        hint={isDeviceLocked && !isLocked.payload && t('deviceInJson')}
        options={(['none', 'device-id', 'custom-consumer'] as const).map((value) => ({
          value,
          label: t(`mint:devices.${value}`),
        }))}
        onChange={(kind) => changeMembers('device', setDevice(read, { kind, value: device.value }))}
      />
      {device.kind !== 'none' && (
        <MemberField
          label={t('mint:deviceValue')}
          value={device.value}
          onChange={(value) => changeMembers('device value', setDevice(read, { ...device, value }))}
          isLocked={isDeviceLocked}
        />
      )}
    </>
  );
}

interface AppProps {
  readonly draft: Draft;
}

function AppField({ draft }: AppProps) {
  const { t } = useTranslation(['build', 'frame']);
  const apps = useAppStore((state) => state.profile.apps);
  const isRunning = useAppStore((state) => state.practice.running);
  const app = apps.find(({ id }) => id === draft.appId);
  return (
    <>
      <Choice
        label={t('app')}
        isRow
        value={app?.id ?? ''}
        placeholder={t(apps.length === 0 ? 'noApps' : 'noApp')}
        isDisabled={apps.length === 0}
        options={apps.map(({ id, name, region, clientId }) => ({
          value: id,
          label: name,
          detail: `${t(`frame:regions.${region.kind}`)} · ${clientId}`,
        }))}
        onChange={(id) => {
          const chosen = apps.find((candidate) => candidate.id === id);
          if (chosen) chooseApp(chosen);
        }}
      />
      {apps.length === 0 && (
        <Notice
          isQuiet
          tone="information"
          actions={<Button onPress={() => runCommand('new-app')}>{t('frame:newApp')}</Button>}
        >
          {t('noAppsHint')}
        </Notice>
      )}
      {app?.region.kind === 'practice' && !isRunning && (
        <Notice
          isQuiet
          tone="warning"
          actions={
            <Button onPress={() => void attempt(call('practice.start', null))}>{t('startPractice')}</Button>
          }
        >
          {t('practiceStopped')}
        </Notice>
      )}
    </>
  );
}
