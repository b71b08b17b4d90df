import { X } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { Region } from '../../shared/coze/region.ts';
import type { Problem } from '../../shared/problem.ts';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { openAppEditor, openScope } from '../app/open-targets.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { attempt } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { scopeTextOf } from './mint-form.ts';
import styles from './mint-screen.module.css';
import { dismissFailure, mint, useMintForm } from './mint-store.ts';

interface Props {
  readonly app: OAuthApp;
  readonly problem: Problem;
}

function otherRegion(region: Region): Region | null {
  if (region.kind === 'cn') return { kind: 'com' };
  if (region.kind === 'com') return { kind: 'cn' };
  return null;
}

/** A failed mint: Coze's words, what they mean, and buttons for what can be done here. */
export function MintFailure({ app, problem }: Props) {
  const { t } = useTranslation('frame');
  const form = useMintForm(app);
  const other = otherRegion(app.region);
  const usesServerClock = useAppStore((state) => state.profile.settings.useServerClock);
  const retry = useCallback(() => void mint(app), [app]);
  const switchRegion = async () => {
    if (!other) return;
    const { id, defaults: _, ...fields } = app;
    const saved = await attempt(call('apps.save', { id, fields: { ...fields, region: other } }));
    if (saved) void mint(saved);
  };
  const onServerClock = async () => {
    const saved = usesServerClock || (await attempt(call('settings.change', { useServerClock: true })));
    if (saved) retry();
  };
  return (
    <div className={styles.failure}>
      <ProblemView
        app={app}
        problem={
          problem.remedies.length === 0 && problem.code === 'exchange/unexpected'
            ? { ...problem, remedies: ['mint-again'] }
            : problem
        }
        remedies={{
          retry,
          'mint-again': retry,
          'mint-later': retry,
          'use-server-clock': () => void onServerClock(),
          'unlock-keychain': retry,
          'edit-app': () => openAppEditor(app.id),
          'add-key': () => openAppEditor(app.id),
          'edit-scope': () =>
            openScope({ appId: app.id, text: scopeTextOf(form, app.scopes) ?? '', presetId: form.preset }),
          ...(other ? { 'switch-region': () => void switchRegion() } : {}),
        }}
        remedyLabels={{
          ...(other ? { 'switch-region': t('remedies.switch-region', { region: other.kind }) } : {}),
          ...(usesServerClock ? { 'use-server-clock': t('remedies.mint-again') } : {}),
        }}
      />
      <Button
        look="ghost"
        square
        aria-label={t('dismiss')}
        className={styles.dismiss ?? ''}
        onPress={() => dismissFailure(app.id)}
      >
        <X size={14} strokeWidth={1.5} />
      </Button>
    </div>
  );
}
