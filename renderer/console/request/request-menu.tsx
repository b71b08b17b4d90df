import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Shell } from '../../../shared/curl/split-command.ts';
import { writeCurl } from '../../../shared/curl/write-curl.ts';
import { useAppStore } from '../../app/app-store.ts';
import { call } from '../../app/bridge-client.ts';
import { attempt, showNote } from '../../app/toast-store.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { openCodeDialog } from '../curl/code-dialog-store.ts';
import { openCurlDialog } from '../curl/curl-import.ts';
import { sentRequestOf } from '../curl/sent-request.ts';
import { surroundingsOf } from '../surroundings.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { shortcutsOf } from '../tabs/shortcuts.ts';
import { duplicateTab, endpointOf } from '../tabs-store.ts';

interface Props {
  readonly tab: ConsoleTab;
}

const shells: readonly Shell[] = ['posix', 'powershell', 'cmd'];

/** What can be done with a request besides sending it. */
export function RequestMenu({ tab }: Props) {
  const { t } = useTranslation(['request', 'frame']);
  const keys = shortcutsOf(useAppStore((state) => state.host.platform));
  const sentNow = () => {
    const draft = tab.history.present;
    const hasToken = tab.tokenChoice.kind !== 'none';
    return sentRequestOf(draft, endpointOf(draft), surroundingsOf(tab.tokenChoice), hasToken);
  };
  const copy = async (shell: Shell) => {
    const sent = sentNow();
    const text = sent && writeCurl(sent, shell);
    if (text === null) return showNote(t('copyAs.impossible'));
    if ((await attempt(call('app.copyText', { text }).then(() => true))) !== null)
      showNote(t('frame:copied'));
  };
  return (
    <Menu
      label={t('actions')}
      trigger={
        <Button look="ghost" square aria-label={t('actions')}>
          <Ellipsis size={15} strokeWidth={1.5} />
        </Button>
      }
      groups={[
        {
          id: 'copy',
          title: t('copyAs.curl'),
          entries: shells.map((shell) => ({
            id: shell,
            label: t(`copyAs.${shell}`),
            run: () => void copy(shell),
          })),
        },
        {
          id: 'more',
          entries: [
            {
              id: 'code',
              label: t('copyAs.title'),
              run: () => {
                const sent = sentNow();
                if (sent === null) showNote(t('obstacles.address-empty'));
                else openCodeDialog(sent);
              },
            },
            { id: 'import', label: t('curl.import'), run: openCurlDialog },
            {
              id: 'duplicate',
              label: t('tabs.duplicate'),
              ...(keys.duplicate === null ? {} : { keys: keys.duplicate }),
              run: () => duplicateTab(tab.id),
            },
          ],
        },
      ]}
    />
  );
}
