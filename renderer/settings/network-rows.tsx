import { useTranslation } from 'react-i18next';
import { showProblem } from '../app/toast-store.ts';
import { Choice } from '../ui/choice.tsx';
import { CaFileRow } from './ca-file-row.tsx';
import { changeNetwork, useFollowedNetwork, useNetworkSettings } from './network-store.ts';
import { ProxyRows } from './proxy-rows.tsx';
import { Row } from './settings-row.tsx';
import { Switch } from './switch.tsx';

const timeouts = ['15', '60', '180', '600', '3600'] as const;

async function change(part: Parameters<typeof changeNetwork>[0]): Promise<void> {
  const problem = await changeNetwork(part);
  if (problem !== null) showProblem(problem);
}

/** How all traffic leaves this machine. */
export function NetworkRows() {
  const { t } = useTranslation('settings');
  const { timeoutSeconds, followRedirects } = useNetworkSettings();
  useFollowedNetwork();
  const timeout = timeouts.find((value) => Number(value) >= timeoutSeconds) ?? '3600';
  return (
    <>
      <ProxyRows />
      <CaFileRow />
      <Row name="timeout" title={t('timeout')} detail={t('timeoutHint')}>
        <Choice
          label={t('timeout')}
          hideLabel
          value={timeout}
          options={timeouts.map((value) => ({ value, label: t(`timeouts.${value}`) }))}
          onChange={(value) => void change({ timeoutSeconds: Number(value) })}
        />
      </Row>
      <Row name="redirects" title={t('redirects')} detail={t('redirectsHint')}>
        <Switch
          label={t('redirects')}
          isOn={followRedirects}
          onChange={(isOn) => void change({ followRedirects: isOn })}
        />
      </Row>
    </>
  );
}
