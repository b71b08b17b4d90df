import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { useKeys } from '../app/app-store.ts';
import { openAppEditor } from '../app/open-targets.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import styles from './mint-screen.module.css';

interface Props {
  readonly app: OAuthApp;
}

/** Which app and key the next token is minted with. */
export function AppIdentity({ app }: Props) {
  const { t } = useTranslation(['mint', 'frame', 'keys']);
  const key = useKeys().find((candidate) => candidate.id === app.keyInUse);
  const trouble = !key ? t('noKey') : key.held === 'gone' ? t('keyGone') : key.kid ? null : t('noKid');
  return (
    <>
      <section className={styles.identity} aria-label={app.name}>
        <div className={styles.identityHead}>
          <div className={styles.name} title={app.name}>
            {app.name}{' '}
            <span className={styles.region}>
              {t(`frame:regions.${app.region.kind}`)} · {t(`keys:form.variants.${app.variant.kind}`)}
            </span>
          </div>
          <Tooltip text={t('editApp')}>
            <Button look="ghost" square aria-label={t('editApp')} onPress={() => openAppEditor(app.id)}>
              <Pencil size={14} strokeWidth={1.5} />
            </Button>
          </Tooltip>
        </div>
        <dl className={styles.identityFacts}>
          <dt>{t('appId')}</dt>
          <dd className="mono">{app.clientId}</dd>
          <dt>{t('key')}</dt>
          <dd title={key?.label}>{key ? key.label : t('noKey')}</dd>
          {key?.kid && (
            <>
              <dt className="mono">kid</dt>
              <dd className="mono" title={key.kid}>
                {key.kid}
              </dd>
            </>
          )}
        </dl>
      </section>
      {trouble && (
        <Notice
          tone="warning"
          actions={<Button onPress={() => openAppEditor(app.id)}>{t('editApp')}</Button>}
        >
          {trouble}
        </Notice>
      )}
    </>
  );
}
