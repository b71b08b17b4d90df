import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problem.ts';
import { useAppStore } from '../app/app-store.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useBusy } from '../app/use-busy.ts';
import { Row } from './settings-row.tsx';
import { Switch } from './switch.tsx';

/** Whether live tokens survive the end of the app. It stays off when the keychain refuses. */
export function KeepTokens() {
  const { t } = useTranslation('settings');
  const keeps = useAppStore((state) => state.profile.settings.keepTokens);
  const kept = useAppStore((state) => state.keptTokens.problem);
  const [refused, setRefused] = useState<{ readonly problem: Problem; readonly wanted: boolean } | null>(
    null,
  );
  const [busy, run] = useBusy();
  const change = (keepTokens: boolean) =>
    void run(async () => {
      setRefused(null);
      try {
        await call('settings.change', { keepTokens });
      } catch (thrown) {
        setRefused({ problem: problemOf(thrown), wanted: keepTokens });
      }
    });
  const problem = refused?.problem ?? (keeps ? kept : null);
  const again = () => change(refused?.wanted ?? true);
  return (
    <Row
      name="keepTokens"
      title={t('keepTokens')}
      detail={t(keeps ? 'keepsNow' : 'keepTokensHint')}
      problem={
        problem && <ProblemView problem={problem} remedies={{ retry: again, 'unlock-keychain': again }} />
      }
    >
      <Switch label={t('keepTokens')} isOn={keeps} isDisabled={busy} onChange={change} />
    </Row>
  );
}
