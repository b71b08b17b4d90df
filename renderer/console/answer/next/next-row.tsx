import { ArrowUpRight } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { endpoints } from '../../../../shared/coze/endpoints.ts';
import type { NextRequest } from '../../../../shared/coze/next-request.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import styles from '../answer.module.css';
import { openNext } from './open-next.ts';

interface Props {
  readonly requests: readonly NextRequest[];
  /** Where the menu stands that takes the place of the row when there is no room for it. */
  readonly tools: HTMLElement | null;
}

function filledIn({ path, query, body }: NextRequest): string {
  const members = Object.entries({ ...path, ...query, ...(body ?? {}) });
  return members.map(([name, value]) => `${name}=${String(value)}`).join('  ');
}

function useName(): (next: NextRequest) => string {
  const { i18n } = useTranslation();
  return ({ endpointId }) => {
    const endpoint = endpoints.find(({ id }) => id === endpointId);
    return (i18n.language === 'zh' ? endpoint?.name_zh : endpoint?.name_en) ?? endpointId;
  };
}

/** What can be looked at next, filled in with the ids of the answer. */
export function NextRow({ requests, tools }: Props) {
  const { t } = useTranslation('answer');
  const nameOf = useName();
  if (requests.length === 0) return null;
  const entries = requests.map((next) => ({
    id: next.endpointId,
    label: nameOf(next),
    detail: filledIn(next),
    run: () => openNext(next),
  }));
  return (
    <>
      {tools !== null &&
        createPortal(
          <div className={styles.nextMenu}>
            <Menu
              label={t('followUps')}
              trigger={
                <Button look="ghost" square aria-label={t('followUps')}>
                  <ArrowUpRight size={15} strokeWidth={1.5} />
                </Button>
              }
              groups={[{ id: 'next', title: t('followUps'), entries }]}
            />
          </div>,
          tools,
        )}
      <nav className={styles.next} aria-label={t('followUps')}>
        <span>{t('followUps')}</span>
        {requests.map((next) => (
          <Tooltip key={next.endpointId} text={filledIn(next)} placement="top">
            <Button look="ghost" onPress={() => openNext(next)}>
              {nameOf(next)}
              <ArrowUpRight size={12} strokeWidth={1.5} aria-hidden />
            </Button>
          </Tooltip>
        ))}
      </nav>
    </>
  );
}
