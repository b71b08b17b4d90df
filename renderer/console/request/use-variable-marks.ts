import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeVariables } from '../../ui/code-editor-props.ts';
import type { VariableLookup } from '../variables/variables-store.ts';

const secretDots = '••••••';

/** How an editor shows `{{variables}}`: which have a value, and what is said of each on hover. */
export function useVariableMarks(lookup: VariableLookup): CodeVariables {
  const { t } = useTranslation('request');
  return useMemo(
    () => ({
      isSet: (name) => lookup(name).isSet,
      say: (name) => {
        const look = lookup(name);
        return look.isSet ? (look.value ?? secretDots) : t('variables.unresolved');
      },
    }),
    [lookup, t],
  );
}
