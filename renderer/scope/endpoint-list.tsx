import { useMemo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import {
  type EndpointVerdict,
  judgeEndpoints,
  type VerdictKind,
} from '../../shared/coze/scope/endpoint-verdicts.ts';
import type { ScopeReading } from '../../shared/coze/scope/read-scope.ts';
import { Segmented } from '../ui/choice.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import styles from './endpoint-list.module.css';
import { filterVerdicts } from './filter-verdicts.ts';
import { useScopeStore } from './scope-store.ts';

const kinds = ['allowed', 'not-named', 'refused', 'unknown'] as const satisfies readonly VerdictKind[];

interface Props {
  readonly reading: ScopeReading;
  readonly isChannel: boolean;
}

/** Which endpoints of the catalogue the scope allows, as far as the sources tell. */
export function EndpointList({ reading, isChannel }: Props) {
  const { t } = useTranslation('scope');
  const { verdict, endpointSearch } = useScopeStore();
  const verdicts = useMemo(() => judgeEndpoints(reading, isChannel), [reading, isChannel]);
  const found = filterVerdicts(verdicts, endpointSearch);
  const shown = found.filter(({ kind }) => kind === verdict);
  const label = (kind: VerdictKind) =>
    t('calls.count', {
      name: t(`calls.kinds.${kind}`),
      count: found.filter((entry) => entry.kind === kind).length,
    });
  const query = endpointSearch.trim();
  return (
    <section className={styles.panel} aria-labelledby="calls-title">
      <header className={styles.head}>
        <h2 id="calls-title">{t('calls.title')}</h2>
        <Segmented
          label={t('calls.title')}
          hideLabel
          value={verdict}
          options={kinds.map((kind) => ({ value: kind, label: label(kind) }))}
          onChange={(next) => useScopeStore.setState({ verdict: next })}
        />
        <SearchBox
          label={t('calls.search')}
          value={endpointSearch}
          onChange={(value) => useScopeStore.setState({ endpointSearch: value })}
          placeholder={t('calls.search')}
          clearLabel={t('clearSearch')}
          className={styles.search ?? ''}
        />
      </header>
      {shown.length === 0 ? (
        <p className={styles.empty}>{query === '' ? t('calls.empty') : t('calls.noMatch', { query })}</p>
      ) : (
        <ListBox aria-label={t(`calls.kinds.${verdict}`)} selectionMode="none" className={styles.list ?? ''}>
          {shown.map((entry) => (
            <EndpointRow key={entry.endpoint.id} verdict={entry} reading={reading} isChannel={isChannel} />
          ))}
        </ListBox>
      )}
    </section>
  );
}

interface RowProps extends Props {
  readonly verdict: EndpointVerdict;
}

function EndpointRow({ verdict, reading, isChannel }: RowProps) {
  const { t, i18n } = useTranslation('scope');
  const { endpoint, reason, needs } = verdict;
  const { id, method, path, name_en, name_zh, permission, streaming } = endpoint;
  const name = i18n.language === 'zh' ? name_zh : name_en;
  const list = (needs ?? []).map((set) => set.join(' + ')).join(t('calls.or'));
  const isLimited = isChannel && !reading.isNone && permission?.split(' + ').includes('chat') === true;
  const bots = reading.bots === null ? t('calls.anyBot') : t('calls.bots', { count: reading.bots.length });
  const facts = [
    ...(list === '' ? [] : [t('calls.needs', { list })]),
    t(`calls.reasons.${reason}`),
    ...(isLimited && verdict.kind === 'allowed' ? [bots] : []),
  ].join(' · ');
  return (
    <ListBoxItem id={id} textValue={`${name} ${method} ${path}`} className={styles.row ?? ''}>
      <span className={styles.method}>{streaming === 'ws' ? 'WS' : method}</span>{' '}
      <span className={styles.path} title={path}>
        {path}
      </span>{' '}
      <span className={styles.name}>{name}</span>{' '}
      <span className={styles.facts} title={facts}>
        {facts}
      </span>
    </ListBoxItem>
  );
}
