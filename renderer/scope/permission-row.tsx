import { Ban, Check, CircleDashed, TriangleAlert } from 'lucide-react';
import { ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/coze/endpoints.ts';
import { isRefusedToChannels } from '../../shared/coze/scope/needed-permissions.ts';
import { HintedIcon } from '../ui/hinted-icon.tsx';
import type { PermissionEntry } from './permission-groups.ts';
import styles from './permission-list.module.css';

interface Props {
  readonly entry: PermissionEntry;
  readonly isChannel: boolean;
}

const namedAtMost = 3;

function paths(endpoints: readonly Endpoint[]): string {
  const named = endpoints.slice(0, namedAtMost).map(({ method, path }) => `${method} ${path}`);
  return named.join(', ') + (endpoints.length > namedAtMost ? ', …' : '');
}

/** One permission: its name, what it is for, and what no source says of it. */
export function PermissionRow({ entry: { name, found }, isChannel }: Props) {
  const { t, i18n } = useTranslation('scope');
  const permission = found?.permission ?? null;
  const meaning = i18n.language === 'zh' ? permission?.meaning_zh : permission?.meaning_en;
  const through = found?.through ?? [];
  const words =
    through.length > 0 ? t('neededBy', { list: paths(through) }) : (meaning ?? t('notCatalogued'));
  const isVerified = permission?.verifiedInScope === true;
  const isRefused = isChannel && isRefusedToChannels(name);
  return (
    <ListBoxItem id={name} textValue={`${name} ${meaning ?? ''}`} className={styles.row ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={styles.box} aria-hidden>
            <Check size={12} strokeWidth={2.5} />
          </span>
          <span className={styles.words}>
            <span className={styles.name}>{name}</span>{' '}
            <span className={styles.meaning} title={words}>
              {words}
              {permission?.tier === 'enterprise' && ` · ${t('enterprise')}`}
            </span>
          </span>
          {isRefused && <HintedIcon icon={Ban} text={t('refused')} className={styles.mark} />}
          {!isVerified && (
            <HintedIcon
              icon={isSelected ? TriangleAlert : CircleDashed}
              text={t('unverified')}
              className={styles.mark}
            />
          )}
        </>
      )}
    </ListBoxItem>
  );
}
