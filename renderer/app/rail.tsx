import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Tooltip } from '../ui/tooltip.tsx';
import { openScreen, useAppStore } from './app-store.ts';
import styles from './rail.module.css';
import { screenIcons, screenNames } from './screens.ts';

export function Rail() {
  const { t } = useTranslation();
  const screen = useAppStore((state) => state.screen);
  const platform = useAppStore((state) => state.host.platform);
  const modifier = platform === 'mac' ? '⌘' : 'Ctrl+';
  return (
    <nav className={styles.rail} aria-label={t('navigation')}>
      {screenNames.map((name, index) => {
        const Icon = screenIcons[name];
        const keys = `${modifier}${name === 'settings' ? ',' : index + 1}`;
        return (
          <Tooltip key={name} text={t(`screens.${name}`)} keys={keys} placement="right">
            <Button
              {...(screen === name ? { 'aria-current': 'page' as const } : {})}
              onPress={() => openScreen(name)}
              aria-label={t(`screens.${name}`)}
              className={`${styles.item} ${name === 'settings' ? styles.last : ''}`}
            >
              <Icon size={16} strokeWidth={1.5} aria-hidden />
              <span className={styles.label}>{t(`screens.${name}`)}</span>
            </Button>
          </Tooltip>
        );
      })}
    </nav>
  );
}
