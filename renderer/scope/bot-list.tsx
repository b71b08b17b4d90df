import { useTranslation } from 'react-i18next';
import { IdChips } from './id-chips.tsx';
import type { ScopePartProps } from './scope-part-props.ts';
import styles from './scope-screen.module.css';

/** The agents that the token is limited to. */
export function BotList({ appId, reading, isLocked }: ScopePartProps) {
  const { t } = useTranslation('scope');
  const list = reading.lists.bots;
  return (
    <section className={styles.part} aria-labelledby="bots-title">
      <header className={styles.partHead}>
        <h2 id="bots-title">{t('bots')}</h2>
        <span className={styles.count}>{reading.bots?.length ?? ''}</span>
      </header>
      <p className={styles.hint}>{t('botsHint')}</p>
      <IdChips
        appId={appId}
        name="bots"
        list={list}
        label={t('bots')}
        addLabel={t('addBots')}
        hint={t('addBotsHint')}
        empty={t('noBots')}
        isLocked={isLocked}
        withNames
      />
    </section>
  );
}
