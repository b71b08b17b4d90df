import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTargets } from '../app/open-targets.ts';
import { Tabs } from '../ui/tabs.tsx';
import { FaultStrip } from './fault-strip.tsx';
import { FaultsView } from './faults-view.tsx';
import { FlowView } from './flow-view.tsx';
import { LogPanel } from './log-panel.tsx';
import { PracticeApps } from './practice-apps.tsx';
import { PracticeHead } from './practice-head.tsx';
import styles from './practice-screen.module.css';
import { showRequest, usePracticeStore } from './practice-store.ts';
import { RequestView } from './request-view.tsx';

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
  return (
    <div className={styles.screen}>
      <div className={styles.top}>
        <PracticeHead />
        <PracticeApps />
        <FaultStrip />
      </div>
      <div className={styles.body}>
        <LogPanel />
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
      </div>
    </div>
  );
}
