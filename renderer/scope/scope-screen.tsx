import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { readScope } from '../../shared/coze/scope/read-scope.ts';
import { useCurrentApp } from '../app/app-store.ts';
import { runCommand } from '../app/commands.ts';
import { useTargets } from '../app/open-targets.ts';
import { parseRecent } from '../app/recent-json.ts';
import { useUndoOutside } from '../app/use-undo-outside.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { BotList } from './bot-list.tsx';
import { EndpointList } from './endpoint-list.tsx';
import { PermissionList } from './permission-list.tsx';
import { PresetBar } from './preset-bar.tsx';
import { isLocked, type ScopeDraft } from './scope-draft.ts';
import { ScopeJson } from './scope-json.tsx';
import styles from './scope-screen.module.css';
import { openScope, scopeSteps, useScopeStore } from './scope-store.ts';
import { SdkOnlyParts } from './sdk-only-parts.tsx';

export function ScopeScreen() {
  const { t } = useTranslation('scope');
  const app = useCurrentApp();
  const draft = useScopeStore((state) => (app ? state.histories[app.id]?.present : undefined));
  const asked = useTargets((state) => state.scopeToEdit);
  useEffect(() => {
    if (app && (draft === undefined || asked?.appId === app.id)) openScope(app);
  }, [app, draft, asked]);
  if (!app) {
    return (
      <>
        <h1 className="visually-hidden">{t('title')}</h1>
        <EmptyState action={<Button onPress={() => runCommand('new-app')}>{t('addApp')}</Button>}>
          {t('noApp')}
        </EmptyState>
      </>
    );
  }
  return draft ? <Workbench key={app.id} app={app} draft={draft} /> : null;
}

interface Props {
  readonly app: OAuthApp;
  readonly draft: ScopeDraft;
}

function Workbench({ app, draft }: Props) {
  const { t } = useTranslation(['scope', 'keys']);
  const reading = readScope(draft.readable, parseRecent);
  const locked = isLocked(draft);
  const isChannel = app.variant.kind === 'channel';
  const part = { appId: app.id, reading, isLocked: locked };
  return (
    <div className={styles.screen} {...useUndoOutside(scopeSteps)}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <PresetBar app={app} draft={draft} isLocked={locked} />
      </header>
      {!isChannel && (
        <div className={styles.notice}>
          <Notice isQuiet tone="warning">
            {t('noEffect', { name: app.name, variant: t(`keys:form.variants.${app.variant.kind}`) })}
          </Notice>
        </div>
      )}
      <div className={styles.work}>
        <PermissionList {...part} isChannel={isChannel} />
        <div className={styles.middle}>
          <BotList {...part} />
          <SdkOnlyParts {...part} />
        </div>
        <ScopeJson appId={app.id} draft={draft} isChannel={isChannel} isLocked={locked} />
      </div>
      <EndpointList reading={reading} isChannel={isChannel} />
    </div>
  );
}
