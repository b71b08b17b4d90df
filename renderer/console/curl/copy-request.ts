import i18next from 'i18next';
import type { Shell } from '../../../shared/curl/split-command.ts';
import { curlOrObstacle, type SentRequest } from '../../../shared/curl/write-curl.ts';
import { call } from '../../app/bridge-client.ts';
import { attempt, showNote, showRemark } from '../../app/toast-store.ts';
import { surroundingsOf } from '../surroundings.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { endpointOf } from '../tabs-store.ts';
import { openCodeDialog } from './code-dialog-store.ts';
import { sentRequestOf } from './sent-request.ts';

function sentNow({ history: { present }, tokenChoice }: ConsoleTab): SentRequest | null {
  const hasToken = tokenChoice.kind !== 'none';
  return sentRequestOf(present, endpointOf(present), surroundingsOf(tokenChoice), hasToken);
}

/** Copies the request of a tab as a curl command, and says so. */
export async function copyAsCurl(tab: ConsoleTab, shell: Shell): Promise<void> {
  const sent = sentNow(tab);
  if (sent === null) return showNote(i18next.t('request:obstacles.address-empty'));
  const { text, obstacle } = curlOrObstacle(sent, shell);
  if (obstacle !== null) return showRemark(i18next.t(`request:copyAs.impossible.${obstacle}`));
  const copied = call('app.copyText', { text }).then(() => true);
  if ((await attempt(copied)) !== null) showNote(i18next.t('frame:copied'));
}

/** Shows the request of a tab as code, or why that cannot be. */
export function openAsCode(tab: ConsoleTab): void {
  const sent = sentNow(tab);
  if (sent === null) showNote(i18next.t('request:obstacles.address-empty'));
  else openCodeDialog(sent);
}
