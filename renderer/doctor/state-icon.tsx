import {
  Circle,
  CircleCheck,
  CircleHelp,
  CircleMinus,
  CircleX,
  LoaderCircle,
  MessageCircleQuestion,
  TriangleAlert,
} from 'lucide-react';
import type { CheckState } from '../../shared/doctor.ts';
import styles from './check-row.module.css';

const icons = {
  waiting: Circle,
  running: LoaderCircle,
  asking: MessageCircleQuestion,
  passed: CircleCheck,
  warning: TriangleAlert,
  failed: CircleX,
  skipped: CircleMinus,
  'cannot-tell': CircleHelp,
} as const satisfies Readonly<Record<CheckState, unknown>>;

interface Props {
  readonly state: CheckState;
}

/** A shape of its own for each state; the word stands at the end of the row. */
export function StateIcon({ state }: Props) {
  const Icon = icons[state];
  return <Icon size={16} strokeWidth={1.5} aria-hidden className={styles.icon} />;
}
