import { useTranslation } from 'react-i18next';
import { type HttpMethod, httpMethods } from '../../../shared/http-methods.ts';
import { Choice } from '../../ui/choice.tsx';
import { openCurl } from '../curl/curl-import.ts';
import { changeDraft } from '../tabs-store.ts';
import type { VariableLookup } from '../variables/variables-store.ts';
import { pasteAddress } from './paste-address.ts';
import type { RequestDraft } from './request-draft.ts';
import styles from './request-panel.module.css';
import { VariableField } from './variable-field.tsx';

interface Props {
  readonly draft: RequestDraft;
  readonly lookup: VariableLookup;
}

const methods = httpMethods.map((value) => ({ value, label: value }));

/** Method and address. A pasted curl command becomes the request, a pasted URL its address and its query. */
export function AddressLine({ draft, lookup }: Props) {
  const { t } = useTranslation('request');
  return (
    <>
      <div className={styles.method} data-method={draft.method}>
        <Choice<HttpMethod>
          label={t('method')}
          hideLabel
          value={draft.method}
          options={methods}
          onChange={(method) => changeDraft('method', (now) => ({ ...now, method }))}
        />
      </div>
      <div className={styles.address} data-address>
        <VariableField
          label={t('address')}
          isLarge
          value={draft.address}
          placeholder={t('addressHint')}
          lookup={lookup}
          onChange={(address) => changeDraft('address', (now) => ({ ...now, address }))}
          onPaste={(text) => openCurl(text) || pasteAddress(text)}
        />
      </div>
    </>
  );
}
