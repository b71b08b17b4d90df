import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { Region } from '../../shared/coze/region.ts';
import { call } from '../app/bridge-client.ts';
import { openAppEditor, openScope } from '../app/open-targets.ts';
import type { RemedyActions } from '../app/remedy-button.tsx';
import { attempt } from '../app/toast-store.ts';
import { examine } from './doctor-store.ts';

function otherRegion({ kind }: Region): Region | null {
  if (kind === 'cn') return { kind: 'com' };
  return kind === 'com' ? { kind: 'cn' } : null;
}

function scopeText({ defaults }: OAuthApp): string {
  return defaults.scope === null ? '' : JSON.stringify(defaults.scope, null, 2);
}

/** What the doctor's screen can do about a cause: put it right where it can, then look again. */
export function useDoctorRemedies(app: OAuthApp): RemedyActions {
  const { t } = useTranslation(['doctor', 'frame']);
  const again = useCallback(() => void examine(app.id), [app.id]);
  const other = otherRegion(app.region);
  const switchRegion = async (region: Region) => {
    const { id, defaults: _, ...fields } = app;
    if (await attempt(call('apps.save', { id, fields: { ...fields, region } }))) again();
  };
  const onServerClock = async () => {
    if (await attempt(call('settings.change', { useServerClock: true }))) again();
  };
  const unlock = async () => {
    if ((await attempt(call('keychain.check', null))) === 'ready') again();
  };
  const runAgain = t('runAgain');
  return {
    remedies: {
      retry: again,
      'mint-again': again,
      'mint-later': again,
      'unlock-keychain': () => void unlock(),
      'use-server-clock': () => void onServerClock(),
      'edit-app': () => openAppEditor(app.id),
      'add-key': () => openAppEditor(app.id),
      'edit-scope': () => openScope({ appId: app.id, text: scopeText(app), presetId: null }),
      ...(other ? { 'switch-region': () => void switchRegion(other) } : {}),
    },
    waitWords: {
      offer: (seconds) => t('runLater', { seconds }),
      waiting: (seconds) => t('runningLater', { seconds }),
    },
    remedyLabels: {
      retry: runAgain,
      'mint-again': runAgain,
      ...(other ? { 'switch-region': t('frame:remedies.switch-region', { region: other.kind }) } : {}),
    },
  };
}
