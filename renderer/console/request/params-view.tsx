import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { visibleText } from '../../../shared/text/visible-text.ts';
import { changeDraft } from '../tabs-store.ts';
import type { VariableLookup } from '../variables/variables-store.ts';
import { pathNames } from './address.ts';
import tableStyles from './pair-table.module.css';
import { PairTable } from './pair-table.tsx';
import { ParameterName } from './parameter-name.tsx';
import { ParameterValue } from './parameter-value.tsx';
import { readQueryText } from './paste-pairs.ts';
import { queryOf, type RequestDraft } from './request-draft.ts';
import styles from './request-panel.module.css';

interface Props {
  readonly draft: RequestDraft;
  readonly endpoint: Endpoint | null;
  /** The URL as it will be asked for; variables still stand in it. */
  readonly url: string;
  readonly lookup: VariableLookup;
}

/** Path and query of a request, and the URL that they make. */
export function ParamsView({ draft, endpoint, url, lookup }: Props) {
  const { t } = useTranslation('request');
  const names = pathNames(draft.address);
  const known = endpoint === null ? [] : queryOf(endpoint);
  return (
    <div className={styles.view}>
      <div className={styles.url}>
        <span>{t('url')}</span>
        <SplitUrl url={url} />
      </div>
      {names.length > 0 && (
        <section className={styles.group} aria-label={t('path')}>
          <h3>{t('path')}</h3>
          {names.map((name) => {
            const parameter = endpoint?.pathParams.find((entry) => entry.name === name) ?? null;
            const value = draft.path[name] ?? '';
            return (
              <div key={name} className={tableStyles.row}>
                <span />
                <ParameterName
                  name={name}
                  parameter={{ type: 'string', ...parameter, name, required: true }}
                  isMissing={value.trim() === ''}
                />
                <ParameterValue
                  label={name}
                  parameter={parameter && { ...parameter, required: true }}
                  value={value}
                  lookup={lookup}
                  onChange={(text) =>
                    changeDraft(`path ${name}`, (now) => ({ ...now, path: { ...now.path, [name]: text } }))
                  }
                />
                <span />
              </div>
            );
          })}
        </section>
      )}
      <section className={styles.group} aria-label={t('query')}>
        <h3>{t('query')}</h3>
        <PairTable
          rows={draft.query}
          parameterOf={(name) => known.find((entry) => entry.name === name) ?? null}
          readPaste={readQueryText}
          lookup={lookup}
          hint={t('queryHint')}
          onChange={(place, query) => changeDraft(`query ${place}`, (now) => ({ ...now, query }))}
        />
      </section>
    </div>
  );
}

interface UrlProps {
  readonly url: string;
}

/** A URL whose path stands out from its host. */
function SplitUrl({ url }: UrlProps) {
  const shown = visibleText(url);
  const [, origin = '', path = '', query = ''] = /^([a-z]+:\/\/[^/?#]*)?([^?]*)(.*)$/is.exec(shown) ?? [];
  return (
    <code title={shown}>
      <span className={styles.origin}>{origin}</span>
      <span>{path}</span>
      {query && <span className={styles.origin}>{query}</span>}
    </code>
  );
}
