import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTargets } from '../app/open-targets.ts';
import { keepPanelSize, usePanelSize } from '../app/panel-sizes.ts';
import { Splitter } from '../ui/splitter.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useMedia } from '../ui/use-media.ts';
import { FaultStrip } from './fault-strip.tsx';
import { FaultsView } from './faults-view.tsx';
import { FlowView } from './flow-view.tsx';
import { LogPanel } from './log-panel.tsx';
import { PracticeApps } from './practice-apps.tsx';
import { PracticeHead } from './practice-head.tsx';
import styles from './practice-screen.module.css';
import { showRequest, usePracticeStore } from './practice-store.ts';
import { RequestView } from './request-view.tsx';

const logSizeName = 'practice-log';

export function PracticeScreen() {
  const { t } = useTranslation('practice');
  const tab = usePracticeStore((state) => state.tab);
  const wanted = useTargets((state) => state.requestToSee);
  useEffect(() => {
    if (wanted === null) return;
    useTargets.setState({ requestToSee: null });
    usePracticeStore.setState({ search: '', onlyRefused: false, pausedAt: null });
    showRequest(wanted);
  }, [wanted]);
  const logSize = usePanelSize(logSizeName);
  const isNarrow = useMedia('(max-width: 839px)');
  const parts = (
    <section className={styles.right} aria-label={t('parts')}>
      <Tabs
        label={t('parts')}
        selected={tab}
        onSelect={(next) => usePracticeStore.setState({ tab: next })}
        tabs={[
          { id: 'flow', label: t('tabs.flow'), content: <FlowView /> },
          { id: 'request', label: t('tabs.request'), content: <RequestView /> },
          { id: 'faults', label: t('tabs.faults'), content: <FaultsView /> },
        ]}
      />
    </section>
  );
  return (
    <div className={styles.screen}>
      <div className={styles.top}>
        <PracticeHead />
        <PracticeApps />
        <FaultStrip />
      </div>
      {isNarrow ? (
        <div className={styles.stacked}>
          <LogPanel />
          {parts}
        </div>
      ) : (
        <div className={styles.body}>
          <Splitter
            name={logSizeName}
            label={t('log.size')}
            arrangement="columns"
            first={{ content: <LogPanel />, least: 280, folded: 0 }}
            second={{ content: parts, least: 320 }}
            unit="%"
            size={logSize}
            initial={{ first: 36 }}
            onResize={(size) => keepPanelSize(logSizeName, size)}
          />
        </div>
      )}
    </div>
  );
}
