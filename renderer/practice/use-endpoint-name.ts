import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { endpoints } from '../../shared/coze/endpoints.ts';

const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));

/** The catalogue's name for an endpoint, in the language of the screens; empty for none. */
export function useEndpointName(): (endpointId: string | null) => string {
  const isChinese = useTranslation().i18n.language === 'zh';
  return useCallback(
    (endpointId) => {
      const endpoint = endpointId === null ? undefined : byId.get(endpointId);
      if (endpoint === undefined) return '';
      return isChinese ? endpoint.name_zh : endpoint.name_en;
    },
    [isChinese],
  );
}
