import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import styles from './splitter.module.css';

interface Side {
  readonly content: ReactNode;
  /** Pixels that it has at least. */
  readonly least: number;
}

interface Props {
  /** Unlike any other on the page. */
  readonly name: string;
  /** What the line between the two does, as a screen reader says it. */
  readonly label: string;
  /** `columns`: one beside the other; `rows`: one above the other. */
  readonly arrangement: 'columns' | 'rows';
  /** `folded`: pixels that are left of it when it is folded away. */
  readonly first: Side & { readonly folded: number };
  readonly second: Side;
  /** What the size of the first one is measured in: pixels that stay when the window grows, or a share in per cent. */
  readonly unit: 'px' | '%';
  /** The first one's size that somebody chose; null while nobody did. */
  readonly size: number | null;
  /** Until somebody chose: the size of the first one in its unit, or the pixels of the second one. */
  readonly initial: { readonly first: number } | { readonly secondPx: number };
  /** Null: back to the initial one. */
  readonly onResize: (size: number | null) => void;
}

const lineWidth = 1;

/** Pixels that both panels have together. */
function room(group: HTMLElement | null, arrangement: Props['arrangement']): number {
  const whole = arrangement === 'columns' ? group?.offsetWidth : group?.offsetHeight;
  return Math.max(0, (whole ?? 0) - lineWidth);
}

/**
 * Two panels with a line between them that can be dragged. With the keyboard: arrows, Home, End; Enter folds the first one
 * away and back. A double click goes back to where it began.
 */
export function Splitter({ name, label, arrangement, first, second, unit, size, initial, onResize }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const [firstPanel, secondPanel] = [usePanelRef(), usePanelRef()];
  const [share, setShare] = useState(50);
  const [isFolded, setIsFolded] = useState(false);
  const told = useRef<number | null>(null);
  const initialText = 'first' in initial ? `${initial.first}${unit}` : '';
  const initialSecond = 'first' in initial ? null : initial.secondPx;

  const begin = () => {
    if (initialSecond === null) firstPanel.current?.resize(initialText);
    else secondPanel.current?.resize(initialSecond);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another arrangement has sizes of its own
  useLayoutEffect(() => {
    if (size === null) begin();
    else if (size !== told.current) firstPanel.current?.resize(`${size}${unit}`);
    told.current = null;
  }, [arrangement, size, unit, initialText, initialSecond]);

  const ids = [`${name}-first`, `${name}-second`] as const;
  return (
    <Group
      id={name}
      elementRef={group}
      className={styles.group ?? ''}
      orientation={arrangement === 'columns' ? 'horizontal' : 'vertical'}
      resizeTargetMinimumSize={{ fine: 9, coarse: 20 }}
      onLayoutChange={(layout) => setShare(Math.round(layout[ids[0]] ?? 50))}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (!isUserInteraction) return;
        const part = layout[ids[0]] ?? 50;
        const next = unit === 'px' ? (part / 100) * room(group.current, arrangement) : part;
        told.current = next;
        onResize(next);
      }}
    >
      <Panel
        id={ids[0]}
        panelRef={firstPanel}
        className={styles.side ?? ''}
        style={{ overflow: 'hidden' }}
        minSize={first.least}
        collapsible
        collapsedSize={first.folded}
        groupResizeBehavior={unit === 'px' ? 'preserve-pixel-size' : 'preserve-relative-size'}
        inert={isFolded && first.folded === 0}
        data-folded={isFolded || undefined}
        onResize={() => setIsFolded(firstPanel.current?.isCollapsed() ?? false)}
      >
        {first.content}
      </Panel>
      <Separator
        className={styles.line ?? ''}
        aria-label={label}
        aria-valuetext={`${share}%`}
        data-folded={isFolded || undefined}
        disableDoubleClick
        onDoubleClick={() => {
          begin();
          onResize(null);
        }}
      />
      <Panel
        id={ids[1]}
        panelRef={secondPanel}
        className={styles.side ?? ''}
        style={{ overflow: 'hidden' }}
        minSize={second.least}
      >
        {second.content}
      </Panel>
    </Group>
  );
}
