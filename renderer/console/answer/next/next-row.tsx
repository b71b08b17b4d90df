import { ArrowUpRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { endpoints } from '../../../../shared/coze/endpoints.ts';
import type { NextRequest } from '../../../../shared/coze/next-request.ts';
import { Button } from '../../../ui/button.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import styles from '../answer.module.css';
import { openNext } from './open-next.ts';

interface Props {
  readonly requests: readonly NextRequest[];
}

function filledIn({ path, query, body }: NextRequest): string {
  const members = Object.entries({ ...path, ...query, ...(body ?? {}) });
  return members.map(([name, value]) => `${name}=${String(value)}`).join('  ');
}

/** What can be looked at next, filled in with the ids of the answer. */
export function NextRow({ requests }: Props) {
  const { t, i18n } = useTranslation('answer');
  if (requests.length === 0) return null;
  return (
    <nav className={styles.next} aria-label={t('followUps')}>
      <span>{t('followUps')}</span>
      {requests.map((next) => {
        const endpoint = endpoints.find(({ id }) => id === next.endpointId);
        const name = i18n.language === 'zh' ? endpoint?.name_zh : endpoint?.name_en;
        return (
          <Tooltip key={next.endpointId} text={filledIn(next)} placement="top">
            <Button look="ghost" onPress={() => openNext(next)}>
              {name ?? next.endpointId}
              <ArrowUpRight size={12} strokeWidth={1.5} aria-hidden />
            </Button>
          </Tooltip>
        );
      })}
    </nav>
  );
}
