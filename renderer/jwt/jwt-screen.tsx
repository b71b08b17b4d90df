import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTargets } from '../app/open-targets.ts';
import { Segmented } from '../ui/choice.tsx';
import { BuildView, signOnKeys } from './build/build-view.tsx';
import { InspectView } from './inspect-view.tsx';
import styles from './jwt-screen.module.css';
import { setJwtText, useJwtStore } from './jwt-store.ts';

/** Two ways to use one workbench, never both at once: a token is taken apart, or one is built. */
export function JwtScreen() {
  const { t } = useTranslation('jwt');
  const mode = useJwtStore((state) => state.mode);
  const toInspect = useTargets((state) => state.jwtToInspect);
  useEffect(() => {
    if (toInspect === null) return;
    setJwtText(toInspect);
    useJwtStore.setState({ mode: 'inspect' });
    useTargets.setState({ jwtToInspect: null });
  }, [toInspect]);
  return (
    <div
      className={styles.workbench}
      data-mode={mode}
      onKeyDownCapture={(event) => {
        if (mode === 'build') signOnKeys(event);
      }}
    >
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <Segmented
          label={t('mode')}
          hideLabel
          value={mode}
          options={(['inspect', 'build'] as const).map((value) => ({ value, label: t(`modes.${value}`) }))}
          onChange={(next) => useJwtStore.setState({ mode: next })}
        />
      </header>
      {mode === 'inspect' ? <InspectView /> : <BuildView />}
    </div>
  );
}
