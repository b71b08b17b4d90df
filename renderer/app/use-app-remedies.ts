import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { Region } from '../../shared/coze/region.ts';
import { allFaultsOff } from '../../shared/practice-faults.ts';
import { useAppStore } from './app-store.ts';
import { call } from './bridge-client.ts';
import { openAppEditor, openKeyImport, openScope, openSetting } from './open-targets.ts';
import type { RemedyActions } from './remedy-button.tsx';
import { attempt } from './toast-store.ts';

function otherRegion({ kind }: Region): Region | null {
  if (kind === 'cn') return { kind: 'com' };
  return kind === 'com' ? { kind: 'cn' } : null;
}

function scopeText({ defaults }: OAuthApp): string {
  return defaults.scope === null ? '' : JSON.stringify(defaults.scope, null, 2);
}

/**
 * What any screen can do about a failure of `app`: lead to where it is put right, and, where the screen can do `again`
 * what failed, put it right itself and do that.
 */
export function useAppRemedies(app: OAuthApp | null, again: (() => void) | null): RemedyActions {
  const { t } = useTranslation('frame');
  const usesServerClock = useAppStore((state) => state.profile.settings.useServerClock);
  const retry = again === null ? {} : { retry: again };
  const general = { 'add-ca-file': () => openSetting('caFile'), 'edit-proxy': () => openSetting('proxy') };
  if (app === null) return { remedies: { ...general, ...retry }, remedyLabels: {} };
  const leads = {
    ...general,
    'edit-app': () => openAppEditor(app.id),
    'add-key': () => openKeyImport(app.id),
    'edit-scope': () => openScope({ appId: app.id, text: scopeText(app), presetId: null }),
  };
  if (again === null) return { remedies: leads, remedyLabels: {} };
  const other = otherRegion(app.region);
  const switchRegion = async (region: Region) => {
    const { id, defaults: _, ...fields } = app;
    if (await attempt(call('apps.save', { id, fields: { ...fields, region } }))) again();
  };
  const onServerClock = async () => {
    if (usesServerClock || (await attempt(call('settings.change', { useServerClock: true })))) again();
  };
  const onMendedPractice = async () => {
    if (await attempt(call('practice.setFaults', allFaultsOff))) again();
  };
  const onStartedPractice = async () => {
    if (await attempt(call('practice.start', null))) again();
  };
  return {
    remedies: {
      ...leads,
      retry: again,
      'mint-again': again,
      'mint-later': again,
      'unlock-keychain': again,
      'start-practice': () => void onStartedPractice(),
      'use-server-clock': () => void onServerClock(),
      'end-practice-faults': () => void onMendedPractice(),
      ...(other ? { 'switch-region': () => void switchRegion(other) } : {}),
    },
    remedyLabels: {
      ...(other
        ? { 'switch-region': t('remedies.switch-region', { region: t(`regions.${other.kind}`) }) }
        : {}),
      ...(usesServerClock ? { 'use-server-clock': t('remedies.mint-again') } : {}),
    },
  };
}
