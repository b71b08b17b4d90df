import { ChevronDown, ChevronUp, Copy } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/bridge-client.ts';
import { attempt, showNote } from '../../../app/toast-store.ts';
import { Button } from '../../../ui/button.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import type { AnswerReader } from '../reading/answer-reader.ts';
import styles from './find-box.module.css';

interface Props {
  readonly reader: AnswerReader;
  readonly place: 'tree' | 'text';
  /** Leads to the row of a hit. */
  readonly onHit: (row: number) => void;
}

type Found =
  | { readonly kind: 'hits'; readonly count: number; readonly at: number }
  | { readonly kind: 'matches'; readonly count: number }
  | { readonly kind: 'bad-path'; readonly at: number };

/** Milliseconds without a keystroke before a long text is searched. */
const rest = 180;

/** Searches tree or text; in the tree a text that begins with `$` filters by a JSONPath. */
export function FindBox({ reader, place, onHit }: Props) {
  const { t } = useTranslation(['answer', 'frame']);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const latest = useRef(onHit);
  latest.current = onHit;

  useEffect(() => {
    let isCurrent = true;
    const isPath = place === 'tree' && query.trimStart().startsWith('$');
    const look = async () => {
      if (place === 'tree') {
        const result = await reader.ask('filter', { path: isPath ? query.trim() : null });
        if (!isCurrent) return;
        if (isPath) {
          setFound(
            result.ok ? { kind: 'matches', count: result.count } : { kind: 'bad-path', at: result.at + 1 },
          );
          return;
        }
      }
      if (query === '') {
        setFound(null);
        return;
      }
      const { count } = await reader.ask('search', { query, in: place });
      if (!isCurrent) return;
      setFound({ kind: 'hits', count, at: 0 });
      const row = count === 0 ? null : await reader.ask('hit', { number: 0, in: place });
      if (isCurrent && row !== null) latest.current(row);
    };
    const timer = setTimeout(() => void look(), query === '' ? 0 : rest);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [reader, place, query]);

  const go = async (by: 1 | -1) => {
    if (found?.kind !== 'hits' || found.count === 0) return;
    const at = (found.at + by + found.count) % found.count;
    setFound({ ...found, at });
    const row = await reader.ask('hit', { number: at, in: place });
    if (row !== null) onHit(row);
  };

  const copyMatches = async () => {
    const { text } = await reader.ask('matches', null);
    if (text === null) return showNote(t('copyTooLong'));
    const copied = call('app.copyText', { text }).then(() => true);
    if ((await attempt(copied)) !== null) showNote(t('frame:copied'));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void go(event.shiftKey ? -1 : 1);
  };

  const words = () => {
    if (found === null) return '';
    if (found.kind === 'bad-path') return t('badPath', { at: found.at });
    if (found.kind === 'matches') return t('matches', { count: found.count });
    return found.count === 0 ? t('noHits') : t('hits', { at: found.at + 1, count: found.count });
  };
  const hint = place === 'tree' ? t('find') : t('findText');
  const canStep = found?.kind === 'hits' && found.count > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to the keys of the field inside
    <div className={styles.find} onKeyDown={onKeyDown}>
      <SearchBox
        label={hint}
        placeholder={hint}
        clearLabel={t('clearFind')}
        value={query}
        onChange={setQuery}
        className={styles.box ?? ''}
      />
      <span className={styles.count} role="status" data-bad={found?.kind === 'bad-path' || undefined}>
        {words()}
      </span>
      {found?.kind === 'matches' && found.count > 0 && (
        <Tooltip text={t('copyMatches')}>
          <Button look="ghost" square aria-label={t('copyMatches')} onPress={() => void copyMatches()}>
            <Copy size={15} strokeWidth={1.5} />
          </Button>
        </Tooltip>
      )}
      <Tooltip text={t('previous')} keys="⇧↩">
        <Button
          look="ghost"
          square
          aria-label={t('previous')}
          isDisabled={!canStep}
          onPress={() => void go(-1)}
        >
          <ChevronUp size={15} strokeWidth={1.5} />
        </Button>
      </Tooltip>
      <Tooltip text={t('next')} keys="↩">
        <Button look="ghost" square aria-label={t('next')} isDisabled={!canStep} onPress={() => void go(1)}>
          <ChevronDown size={15} strokeWidth={1.5} />
        </Button>
      </Tooltip>
    </div>
  );
}
