import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonRow } from '../reading/answer-protocol.ts';
import styles from './json-tree.module.css';

interface Props {
  readonly row: JsonRow;
  readonly id: string;
  readonly top: number;
  readonly isActive: boolean;
  readonly onPick: (row: JsonRow) => void;
  readonly onToggle: (row: JsonRow) => void;
  readonly onPoint: (row: JsonRow) => void;
}

/** Deeper levels are not moved further to the right. */
const mostIndent = 40;
const indentPx = 14;

function Label({ row }: { readonly row: JsonRow }) {
  if (row.path !== null) return <span className={styles.path}>{row.path}</span>;
  if (row.key !== null) return <span className={styles.key}>{row.key}</span>;
  if (row.ordinal !== null) return <span className={styles.ordinal}>{row.ordinal}</span>;
  return null;
}

function Value({ row }: { readonly row: JsonRow }) {
  const { t } = useTranslation('answer');
  const { kind, text, size, isOpen, canOpen } = row;
  if (kind !== 'object' && kind !== 'array') {
    return (
      <>
        <span className={styles[kind]}>{text}</span>
        {row.holdsJson && <span className={styles.count}>{t('holdsJson')}</span>}
      </>
    );
  }
  const [open, close] = kind === 'object' ? '{}' : '[]';
  if (!canOpen) return <span className={styles.brace}>{`${open}${close}`}</span>;
  return (
    <>
      {isOpen ? <span className={styles.brace}>{open}</span> : <span className={styles.preview}>{text}</span>}
      <span className={styles.count}>{t(kind === 'object' ? 'members' : 'elements', { count: size })}</span>
    </>
  );
}

/** One row of the tree: name, value, how many there are inside. */
export const JsonRowView = memo(function JsonRowView({
  row,
  id,
  top,
  isActive,
  onPick,
  onToggle,
  onPoint,
}: Props) {
  const hasLabel = row.path !== null || row.key !== null || row.ordinal !== null;
  return (
    // The tree has the focus and takes the keys; a row is only clicked.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      role="treeitem"
      id={id}
      aria-level={row.level + 1}
      aria-selected={isActive}
      {...(row.canOpen ? { 'aria-expanded': row.isOpen } : {})}
      className={styles.row}
      data-active={isActive || undefined}
      style={{
        transform: `translateY(${top}px)`,
        paddingLeft: 6 + Math.min(row.level, mostIndent) * indentPx,
      }}
      onClick={() => onPick(row)}
      onDoubleClick={() => row.canOpen && onToggle(row)}
      onPointerEnter={() => onPoint(row)}
    >
      {row.canOpen ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys do the same
        // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same
        <span
          className={styles.twist}
          data-open={row.isOpen || undefined}
          onClick={(event) => {
            event.stopPropagation();
            onToggle(row);
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <ChevronRight size={12} strokeWidth={2} aria-hidden />
        </span>
      ) : (
        <span className={styles.noTwist} />
      )}
      <Label row={row} />
      {hasLabel && <span className={styles.colon}>:</span>}
      <Value row={row} />
    </div>
  );
});
