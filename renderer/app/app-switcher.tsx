import { ChevronsUpDown, Plus, SlidersHorizontal } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Menu } from '../ui/menu.tsx';
import { openScreen, useAppStore, useCurrentApp } from './app-store.ts';
import { call } from './bridge-client.ts';
import { runCommand } from './commands.ts';
import styles from './title-bar.module.css';
import { attempt } from './toast-store.ts';

interface Props {
  readonly label: string;
}

export function AppSwitcher({ label }: Props) {
  const { t } = useTranslation();
  const apps = useAppStore((state) => state.profile.apps);
  const current = useCurrentApp();
  return (
    <Menu
      label={label}
      placement="bottom start"
      trigger={
        <Button className={styles.switcher ?? ''}>
          <span className="visually-hidden">{t('switcher')} </span>
          <span className={styles.name}>{current?.name ?? t('noApp')}</span>
          {current && <span className={styles.region}>{t(`regions.${current.region.kind}`)}</span>}
          <ChevronsUpDown size={14} strokeWidth={1.5} aria-hidden />
        </Button>
      }
      groups={[
        {
          id: 'apps',
          entries: apps.map((app) => ({
            id: app.id,
            label: app.name,
            detail: `${t(`regions.${app.region.kind}`)} · ${app.clientId}`,
            selected: app.id === current?.id,
            run: () => void attempt(call('apps.choose', { appId: app.id })),
          })),
        },
        {
          id: 'more',
          entries: [
            {
              id: 'new',
              label: t('newApp'),
              icon: <Plus size={16} strokeWidth={1.5} />,
              run: () => runCommand('new-app'),
            },
            {
              id: 'manage',
              label: t('manageApps'),
              icon: <SlidersHorizontal size={16} strokeWidth={1.5} />,
              run: () => openScreen('keys'),
            },
          ],
        },
      ]}
    />
  );
}
