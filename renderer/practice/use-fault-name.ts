import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AnswerFaultKind } from '../../shared/practice-faults.ts';

function isKind(kind: string): kind is AnswerFaultKind {
  return i18next.exists(`faults.answers.${kind}.name`, { ns: 'practice' });
}

/** What a fault of an answer is called. */
export function useFaultName(): (kind: string) => string {
  const { t } = useTranslation('practice');
  return (kind) => (isKind(kind) ? t(`faults.answers.${kind}.name`) : kind);
}
