import { useTranslation } from 'react-i18next';
import type { ConsoleRun } from '../../../../shared/console-run.ts';
import { useCurrentApp } from '../../../app/app-store.ts';
import { Button } from '../../../ui/button.tsx';
import { hasOwnCredential } from '../../curl/draft-of-curl.ts';
import { readAddress } from '../../request/address.ts';
import { useRunsStore } from '../../runs-store.ts';
import { isRunning, startRun } from '../../start-run.ts';
import { useApiOrigin } from '../../surroundings.ts';
import { chooseToken, useTab } from '../../tabs-store.ts';
import styles from './head.module.css';

/** Whether a request that was refused went without a token, and without a credential of its own. */
export function useWentWithoutToken({ tokenId, head }: Pick<ConsoleRun, 'tokenId' | 'head'>): boolean {
  const tab = useTab();
  return head !== null && tokenId === null && tab !== null && !hasOwnCredential(tab.history.present);
}

/** Sends the request in sight with the app's token, where that may have it; nothing elsewhere. */
export function SendWithToken() {
  const { t } = useTranslation('answer');
  const app = useCurrentApp();
  const tab = useTab();
  const choice = tab?.tokenChoice ?? { kind: 'app' as const };
  const apiOrigin = useApiOrigin(choice);
  const isBusy = useRunsStore(({ runs }) => tab !== null && isRunning(tab, runs));
  const address = tab?.history.present.address ?? '';
  if (app === null || choice.kind !== 'none' || readAddress(address, apiOrigin).kind !== 'path') return null;
  const send = () => {
    chooseToken({ kind: 'app' });
    void startRun();
  };
  return (
    <div className={styles.remedies}>
      <Button isDisabled={isBusy} onPress={send}>
        {t('sendWithToken')}
      </Button>
    </div>
  );
}
