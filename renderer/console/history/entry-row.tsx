import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/console-run.ts';
import { type Endpoint, endpoints } from '../../../shared/coze/endpoints.ts';
import { formatClock } from '../../app/format-time.ts';
import { MethodName } from '../method-name.tsx';
import styles from './history-panel.module.css';

interface Props {
  readonly entry: HistoryEntry;
}

const endpointOf = (id: string | null): Endpoint | undefined =>
  id === null ? undefined : endpoints.find((endpoint) => endpoint.id === id);

/** Coze's own hosts, and this machine: the path says it all. */
const usualHost = /^(?:api\.coze\.(?:cn|com)|127\.0\.0\.1|localhost)(?::\d+)?$/;

function shownUrl(text: string): string {
  if (!URL.canParse(text)) return text;
  const { host, pathname, search } = new URL(text);
  return `${usualHost.test(host) ? '' : host}${pathname}${search}`;
}

export function nameOfEntry({ endpointId, url }: HistoryEntry, language: string): string {
  const endpoint = endpointOf(endpointId);
  if (endpoint === undefined) return shownUrl(url);
  return language === 'zh' ? endpoint.name_zh : endpoint.name_en;
}

function shownTime(ms: number | null): string {
  if (ms === null) return '';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function toneOf({ status, code, problemCode }: HistoryEntry): 'good' | 'bad' | 'none' {
  if (problemCode === 'cancelled') return 'none';
  if (problemCode !== null || status === null || status >= 400 || (code !== null && code !== 0)) return 'bad';
  return 'good';
}

/** One request of the history in two lines: what it was, and what came of it. */
export function EntryRow({ entry }: Props) {
  const { t, i18n } = useTranslation('history');
  const { at, status, code, problemCode, totalMs, method, url, endpointId, appName } = entry;
  const streaming = endpointOf(endpointId)?.streaming ?? null;
  const failure = problemCode === null ? null : t(problemCode === 'cancelled' ? 'cancelled' : 'failed');
  return (
    <>
      <span className={styles.line}>
        <MethodName method={method} streaming={streaming === 'ws' ? 'ws' : null} />
        <span className={styles.name} title={url}>
          {nameOfEntry(entry, i18n.language)}
        </span>
      </span>
      <span className={styles.facts}>
        <span className={styles.outcome} data-tone={toneOf(entry)}>
          {[status, code === null || code === 0 ? null : code, failure]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        <span>{formatClock(at, at, i18n.language)}</span>
        <span>{shownTime(totalMs)}</span>
        <span className={styles.app}>{appName}</span>
      </span>
    </>
  );
}
