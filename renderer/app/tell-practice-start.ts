import i18next from 'i18next';
import type { PracticeStatus } from '../../shared/practice-schema.ts';
import { useAppStore } from './app-store.ts';
import { showNote } from './toast-store.ts';

/** Says that practice Coze, which a person had stopped, was started again by what a person asked for. */
export function tellPracticeStart(coming: PracticeStatus): void {
  const { running } = useAppStore.getState().practice;
  if (coming.startedByUse === true && !running) showNote(i18next.t('frame:practiceStarted'));
}
