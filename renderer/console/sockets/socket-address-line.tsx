import { useTranslation } from 'react-i18next';
import { MethodName } from '../method-name.tsx';
import type { RequestDraft } from '../request/request-draft.ts';
import requestStyles from '../request/request-panel.module.css';
import { VariableField } from '../request/variable-field.tsx';
import { changeDraft } from '../tabs-store.ts';
import type { VariableLookup } from '../variables/variables-store.ts';

interface Props {
  readonly draft: RequestDraft;
  readonly lookup: VariableLookup;
}

/** Where the WebSocket is: a path, since the region alone says at which host. */
export function SocketAddressLine({ draft, lookup }: Props) {
  const { t } = useTranslation('socket');
  return (
    <>
      <MethodName method="GET" streaming="ws" />
      <div className={requestStyles.address} data-address>
        <VariableField
          label={t('address')}
          isLarge
          value={draft.address}
          placeholder="/v1/…"
          lookup={lookup}
          onChange={(address) => changeDraft('address', (now) => ({ ...now, address }))}
        />
      </div>
    </>
  );
}
