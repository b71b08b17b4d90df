import { useTranslation } from 'react-i18next';
import { visibleText } from '../../../shared/text/visible-text.ts';
import type { RequestDraft } from '../request/request-draft.ts';
import { endpointOf } from '../tabs-store.ts';

/** Names a request: by its entry of the catalogue, else by its address. */
export function useTabName(): (draft: RequestDraft) => string {
  const { t, i18n } = useTranslation('request');
  return (draft) => {
    const endpoint = endpointOf(draft);
    if (endpoint !== null) return i18n.language === 'zh' ? endpoint.name_zh : endpoint.name_en;
    const address = draft.address.trim().replace(/^https?:\/\//, '');
    return address === '' ? t('tabs.free') : visibleText(address.slice(0, 200));
  };
}
