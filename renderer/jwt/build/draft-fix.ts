import { useTranslation } from 'react-i18next';
import { visibleText } from '../../../shared/text/visible-text.ts';
import type { MemberChange } from './draft.ts';
import { randomId } from './fresh-draft.ts';
import type { DraftFix } from './lint-draft.ts';

/** What a fix changes; each `jti` is a new one. */
export function changesOf(fix: DraftFix): readonly MemberChange[] {
  if (fix.kind !== 'new-jti') return fix.changes;
  return [{ segment: 'payload', path: ['jti'], value: JSON.stringify(randomId()) }];
}

const longestValue = 28;

/** What stands on the button of a fix. */
export function useFixWords(): (fix: DraftFix) => string {
  const { t } = useTranslation('build');
  return (fix) => {
    if (fix.kind !== 'set') return t(`fix.${fix.kind}`);
    const value = visibleText(fix.value);
    return t('fix.set', {
      value: value.length > longestValue ? `${value.slice(0, longestValue)}…` : value,
    });
  };
}
