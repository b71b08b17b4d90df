import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentApp } from '../app/app-store.ts';
import { onCommand } from '../app/commands.ts';
import { isDialogOpen } from '../app/is-dialog-open.ts';
import { ActivityList } from './activity-list.tsx';
import { MintPanel } from './mint-panel.tsx';
import styles from './mint-screen.module.css';
import { mint, useMintStore } from './mint-store.ts';
import { TokenList } from './token-list.tsx';

const Welcome = lazy(() => import('./welcome.tsx').then((module) => ({ default: module.Welcome })));
const MintFailure = lazy(() =>
  import('./mint-failure.tsx').then((module) => ({ default: module.MintFailure })),
);

export function MintScreen() {
  const { t } = useTranslation('mint');
  const app = useCurrentApp();
  const failure = useMintStore((state) => (app ? state.problems[app.id] : undefined));
  useEffect(() => onCommand('mint', () => app && void mint(app)), [app]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.isComposing || !app) return;
      if (isDialogOpen() || document.querySelector('[role="menu"], [role="listbox"]')) return;
      event.preventDefault();
      // On its way down, since a button that has the focus takes the key for itself.
      event.stopPropagation();
      void mint(app);
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [app]);
  if (!app) {
    return (
      <Suspense fallback={null}>
        <Welcome />
      </Suspense>
    );
  }
  return (
    <div className={styles.screen}>
      <div className={styles.left}>
        <h1>{t('title')}</h1>
        <MintPanel key={app.id} app={app} />
      </div>
      <div className={styles.right}>
        <Suspense fallback={null}>{failure && <MintFailure app={app} problem={failure} />}</Suspense>
        <TokenList />
        <ActivityList />
      </div>
    </div>
  );
}
