import { type Cause, cause } from './cause.ts';
import type { CauseFacts } from './cause-facts.ts';

/**
 * That practice Coze broke an answer on purpose. Such a fault is for a number of answers: what failed may have been the
 * last of them.
 */
export function brokenAnswer({ practiceFaults }: Pick<CauseFacts, 'practiceFaults'>): Cause {
  return cause(practiceFaults?.nextAnswers === null ? 'practice-fault-spent' : 'practice-fault');
}
