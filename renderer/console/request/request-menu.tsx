import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Shell } from '../../../shared/curl/split-command.ts';
import { useAppStore } from '../../app/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { copyAsCurl, openAsCode } from '../curl/copy-request.ts';
import { openCurlDialog } from '../curl/curl-import.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { shortcutsOf } from '../tabs/shortcuts.ts';
import { duplicateTab } from '../tabs-store.ts';

interface Props {
  readonly tab: ConsoleTab;
}

const shells: readonly Shell[] = ['posix', 'powershell', 'cmd'];

/** What can be done with a request besides sending it. */
export function RequestMenu({ tab }: Props) {
  const { t } = useTranslation('request');
  const keys = shortcutsOf(useAppStore((state) => state.host.platform));
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
            run: () => void copyAsCurl(tab, shell),
          })),
        },
        {
          id: 'more',
          entries: [
            { id: 'code', label: t('copyAs.title'), run: () => openAsCode(tab) },
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
