import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistorySettings } from '../../shared/history-settings.ts';
import { useAppStore } from '../app/app-store.ts';
import { call, subscribe } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { Choice } from '../ui/choice.tsx';
import { Row } from './settings-row.tsx';

const counts = ['0', '200', '2000', '10000'] as const;
const sizes = ['64', '256', '1024'] as const;

interface Usage {
  readonly count: number;
  readonly bytes: number;
}

function useUsage(): Usage | null {
  const [usage, setUsage] = useState<Usage | null>(null);
  useEffect(() => {
    void call('history.usage', null).then(setUsage, () => undefined);
    return subscribe((event) => {
      if (event.name === 'history') setUsage(event.payload);
    });
  }, []);
  return usage;
}

function shownSize(bytes: number): string {
  if (bytes < 1_048_576) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1_048_576).toFixed(bytes < 10_485_760 ? 1 : 0)} MB`;
}

/** How much of what the console sent stays on the disk. */
export function HistoryRow() {
  const { t, i18n } = useTranslation('settings');
  const history = useAppStore((state) => state.profile.settings.history);
  const usage = useUsage();
  const change = (part: Partial<HistorySettings>) =>
    void attempt(call('settings.change', { history: { ...history, ...part } }));
  const now = usage === null ? '' : t('historyUsage', { count: usage.count, size: shownSize(usage.bytes) });
  return (
    <Row
      name="history"
      title={t('history')}
      detail={[t('historyHint'), now].filter((line) => line !== '').join(i18n.language === 'zh' ? '' : ' ')}
    >
      <Choice
        label={t('historyEntries')}
        hideLabel
        value={counts.find((value) => Number(value) >= history.entries) ?? '10000'}
        options={counts.map((value) => ({ value, label: t(`historyCounts.${value}`) }))}
        onChange={(value) => change({ entries: Number(value) })}
      />
      <Choice
        label={t('historySize')}
        hideLabel
        isDisabled={history.entries === 0}
        value={sizes.find((value) => Number(value) >= history.megabytes) ?? '1024'}
        options={sizes.map((value) => ({ value, label: t(`historySizes.${value}`) }))}
        onChange={(value) => change({ megabytes: Number(value) })}
      />
    </Row>
  );
}
