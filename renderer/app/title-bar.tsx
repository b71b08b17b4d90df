import { useTranslation } from 'react-i18next';
import { AppSwitcher } from './app-switcher.tsx';
import { PaletteButton } from './palette/palette-button.tsx';
import styles from './title-bar.module.css';
import { TokenInUse } from './token-in-use.tsx';

export function TitleBar() {
  const { t } = useTranslation();
  return (
    <header className={styles.bar}>
      <AppSwitcher label={t('appSwitcher')} />
      <div className={styles.search}>
        <PaletteButton />
      </div>
      <TokenInUse />
    </header>
  );
}
