import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/bridge-client.ts';
import { attempt } from '../../app/toast-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatSize } from '../format-size.ts';
import { CompareDialog } from './compare-dialog.tsx';
import styles from './history-panel.module.css';
import { useHistoryStore } from './history-store.ts';

interface Props {
  readonly onOpen: (historyId: string) => void;
}

/** What can be done with the chosen requests; while none is chosen, how many there are. */
export function HistoryBar({ onOpen }: Props) {
  const { t } = useTranslation(['history', 'frame']);
  const { chosen, entries, usage } = useHistoryStore();
  const [isClearing, setIsClearing] = useState(false);
  const [compared, setCompared] = useState<readonly [earlier: string, later: string] | null>(null);
  // In the order of the list, which is newest first.
  const ids = entries.filter(({ historyId }) => chosen.has(historyId)).map(({ historyId }) => historyId);
  const [later, earlier] = ids;
  const count = usage?.count ?? 0;
  const clear = async () => {
    setIsClearing(false);
    await attempt(call('history.clear', null));
  };
  return (
    <div className={styles.bar}>
      {later === undefined ? (
        <>
          <span className={styles.usage}>
            {count > 0 && t('usage', { count, size: formatSize(usage?.bytes ?? 0) })}
          </span>
          <Button look="ghost" isDisabled={count === 0} onPress={() => setIsClearing(true)}>
            {t('clear')}
          </Button>
        </>
      ) : (
        <>
          {ids.length === 1 && (
            <Button look="ghost" onPress={() => onOpen(later)}>
              {t('open')}
            </Button>
          )}
          {ids.length > 1 && <span className={styles.usage}>{t('chosen', { count: ids.length })}</span>}
          {ids.length === 2 && earlier !== undefined && (
            <Button look="ghost" onPress={() => setCompared([earlier, later])}>
              {t('compare')}
            </Button>
          )}
          <Button
            look="ghost"
            onPress={() => void attempt(call('history.remove', { historyIds: ids.slice(0, 1000) }))}
          >
            {t('delete')}
          </Button>
        </>
      )}
      <Dialog
        role="alertdialog"
        title={t('clearTitle')}
        isOpen={isClearing}
        onClose={() => setIsClearing(false)}
        cancelLabel={t('frame:cancel')}
        actions={
          <Button look="danger" onPress={() => void clear()}>
            {t('clearAll')}
          </Button>
        }
      >
        {t('clearText', { count })}
      </Dialog>
      {compared && (
        <CompareDialog earlier={compared[0]} later={compared[1]} onClose={() => setCompared(null)} />
      )}
    </div>
  );
}
