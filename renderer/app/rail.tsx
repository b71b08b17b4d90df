import { TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { countFaults } from '../../shared/practice-faults.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { openScreen, useAppStore } from './app-store.ts';
import styles from './rail.module.css';
import { screenIcons, screenNames } from './screens.ts';

export function Rail() {
  const { t } = useTranslation(['frame', 'practice']);
  const screen = useAppStore((state) => state.screen);
  const platform = useAppStore((state) => state.host.platform);
  const isBroken = useAppStore((state) => countFaults(state.practice.faults) > 0);
  const modifier = platform === 'mac' ? '⌘' : 'Ctrl+';
  return (
    <nav className={styles.rail} aria-label={t('navigation')}>
      {screenNames.map((name, index) => {
        const Icon = screenIcons[name];
        const sign = name === 'practice' && isBroken;
        const keys = `${modifier}${name === 'settings' ? ',' : index + 1}`;
        return (
          <Tooltip
            key={name}
            text={sign ? `${t(`screens.${name}`)} · ${t('practice:faults.on')}` : t(`screens.${name}`)}
            {...(platform === 'web' ? {} : { keys })}
            placement="right"
          >
            <Button
              {...(screen === name ? { 'aria-current': 'page' as const } : {})}
              onPress={() => openScreen(name)}
              aria-label={t(`screens.${name}`)}
              {...(sign ? { 'aria-describedby': 'practice-is-broken' } : {})}
              className={`${styles.item} ${name === 'settings' ? styles.last : ''}`}
            >
              <Icon size={16} strokeWidth={1.5} aria-hidden />
              {sign && <TriangleAlert size={11} strokeWidth={2.25} aria-hidden className={styles.sign} />}
              <span className={styles.label}>{t(`screens.${name}`)}</span>
            </Button>
          </Tooltip>
        );
      })}
      {isBroken && (
        <span id="practice-is-broken" hidden>
          {t('practice:faults.on')}
        </span>
      )}
    </nav>
  );
}
