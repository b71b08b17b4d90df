import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MintScreen } from '../mint/mint-screen.tsx';
import { useAppStore } from './app-store.ts';
import { Banners } from './banners.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import styles from './frame.module.css';
import { Rail } from './rail.tsx';
import type { ScreenName } from './screens.ts';
import { TitleBar } from './title-bar.tsx';
import { Toasts } from './toasts.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useKeptFocus } from './use-kept-focus.ts';

const JwtScreen = lazy(() =>
  import('../jwt/jwt-screen.tsx').then((module) => ({ default: module.JwtScreen })),
);
const ScopeScreen = lazy(() =>
  import('../scope/scope-screen.tsx').then((module) => ({ default: module.ScopeScreen })),
);
const ConsoleScreen = lazy(() =>
  import('../console/console-screen.tsx').then((module) => ({ default: module.ConsoleScreen })),
);
const KeysScreen = lazy(() =>
  import('../keys/keys-screen.tsx').then((module) => ({ default: module.KeysScreen })),
);
const DoctorScreen = lazy(() =>
  import('../doctor/doctor-screen.tsx').then((module) => ({ default: module.DoctorScreen })),
);
const PracticeScreen = lazy(() =>
  import('../practice/practice-screen.tsx').then((module) => ({ default: module.PracticeScreen })),
);
const SettingsScreen = lazy(() =>
  import('../settings/settings-screen.tsx').then((module) => ({ default: module.SettingsScreen })),
);

const screens: Readonly<Record<ScreenName, () => React.ReactNode>> = {
  mint: () => <MintScreen />,
  jwt: () => <JwtScreen />,
  scope: () => <ScopeScreen />,
  console: () => <ConsoleScreen />,
  keys: () => <KeysScreen />,
  doctor: () => <DoctorScreen />,
  practice: () => <PracticeScreen />,
  settings: () => <SettingsScreen />,
};

export function Frame() {
  const { t } = useTranslation();
  const screen = useAppStore((state) => state.screen);
  const isDropping = useFileDrop();
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    main.current?.focus();
  }, [screen]);
  return (
    <div className={styles.frame}>
      <TitleBar />
      <Rail />
      <main ref={main} tabIndex={-1} className={styles.main} aria-label={t(`screens.${screen}`)}>
        <Banners />
        <ErrorBoundary key={screen} text={t('crashed')} reload={t('reload')}>
          <Suspense fallback={null}>{screens[screen]()}</Suspense>
        </ErrorBoundary>
      </main>
      {isDropping && <div className={styles.drop}>{t(screen === 'jwt' ? 'dropToInspect' : 'drop')}</div>}
      <Toasts />
    </div>
  );
}
