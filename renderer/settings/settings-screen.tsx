import { useTranslation } from 'react-i18next';
import type { Settings } from '../../shared/profile.ts';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { Choice, Segmented } from '../ui/choice.tsx';
import { HistoryRow } from './history-row.tsx';
import { KeepTokens } from './keep-tokens.tsx';
import { NetworkRows } from './network-rows.tsx';
import { NoticeTimes } from './notice-times.tsx';
import { OtherBrowser } from './other-browser.tsx';
import { AllowClipboard } from './page-permissions.tsx';
import { Row } from './settings-row.tsx';
import styles from './settings-screen.module.css';
import { Switch } from './switch.tsx';
import { TokenOrigins } from './token-origins.tsx';
import { useSettingToShow } from './use-setting-to-show.ts';

const clipboardTimes = ['0', '30', '60', '300'] as const;
type ClipboardTime = (typeof clipboardTimes)[number];

function isClipboardTime(text: string): text is ClipboardTime {
  return (clipboardTimes as readonly string[]).includes(text);
}

const change = (part: Partial<Settings>) => void attempt(call('settings.change', part));

export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'frame', 'connection']);
  const { host, profile, keychain, practice } = useAppStore();
  const screen = useSettingToShow();
  const { settings } = profile;
  const seconds = String(settings.clipboardSeconds);
  return (
    <div ref={screen} className={styles.screen}>
      <h1>{t('title')}</h1>
      <div className={styles.rows}>
        <Row name="language" title={t('language')}>
          <Segmented
            label={t('language')}
            hideLabel
            value={settings.language}
            options={(['system', 'zh', 'en'] as const).map((value) => ({
              value,
              label: t(`languages.${value}`),
            }))}
            onChange={(language) => change({ language })}
          />
        </Row>
        <Row name="theme" title={t('theme')}>
          <Segmented
            label={t('theme')}
            hideLabel
            value={settings.theme}
            options={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              label: t(`themes.${value}`),
            }))}
            onChange={(theme) => change({ theme })}
          />
        </Row>
        <Row
          name="clipboard"
          title={t('clipboard')}
          detail={t(host.copiesInPage ? 'connection:clipboardHint' : 'clipboardHint')}
        >
          {host.copiesInPage && <AllowClipboard />}
          <Choice
            label={t('clipboard')}
            hideLabel
            value={isClipboardTime(seconds) ? seconds : '60'}
            options={clipboardTimes.map((value) => ({ value, label: t(`clipboardTimes.${value}`) }))}
            onChange={(value) => change({ clipboardSeconds: Number(value) })}
          />
        </Row>
        <NoticeTimes />
        <Row name="useServerClock" title={t('useServerClock')} detail={t('useServerClockHint')}>
          <Switch
            label={t('useServerClock')}
            isOn={settings.useServerClock}
            onChange={(useServerClock) => change({ useServerClock })}
          />
        </Row>
        <KeepTokens />
        <Row name="keychain" title={t('keychain')} detail={t(`keychainStates.${keychain}`)}>
          <Button onPress={() => void attempt(call('keychain.check', null))}>
            {t('frame:keychain.check')}
          </Button>
        </Row>
        <Row
          name="practice"
          title={t('practice')}
          detail={practice.url ? t('practiceRunning', { url: practice.url }) : t('practiceStopped')}
        >
          <Button
            onPress={() => void attempt(call(practice.running ? 'practice.stop' : 'practice.start', null))}
          >
            {practice.running ? t('stop') : t('start')}
          </Button>
        </Row>
        <NetworkRows />
        <TokenOrigins />
        <HistoryRow />
        {host.platform === 'web' && <OtherBrowser />}
        <Row name="data" title={t('data')} detail={t(settings.keepTokens ? 'dataHintKept' : 'dataHint')}>
          <code className={styles.path}>{host.dataFolder}</code>
        </Row>
        <Row name="version" title={t('version')}>
          <span className="tabular">{host.version}</span>
        </Row>
      </div>
    </div>
  );
}
