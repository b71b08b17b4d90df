import { useTranslation } from 'react-i18next';
import { findInApp } from '../../shared/coze/app-findings.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import type { AppForm } from './app-form.ts';
import { missingIn, swapIds } from './app-form-state.ts';

interface Props {
  readonly form: AppForm;
  readonly onChange: (part: Partial<AppForm>) => void;
  readonly wasTried: boolean;
}

/** `iss`; notices when a kid or another kind of id was entered, and offers to swap. */
export function ClientIdField({ form, onChange, wasTried }: Props) {
  const { t } = useTranslation('keys');
  const kid = form.keyInUse === null ? '' : (form.kids[form.keyInUse] ?? '');
  const findings = findInApp({ clientId: form.clientId, kid });
  const own = findings.find((finding) => finding.field === 'clientId');
  const canSwap = form.keyInUse !== null && findings.some((finding) => finding.fix === 'swap');
  const words = own && t(`findings.${own.code}`);
  const missing = wasTried && missingIn(form).clientId;
  return (
    <div>
      <Field
        label={t('form.clientId')}
        mono
        value={form.clientId}
        onChange={(clientId) => onChange({ clientId })}
        maxLength={256}
        isRequired
        hint={t('form.clientIdHint')}
        problem={missing ? t('form.clientIdNeeded') : own?.severity === 'error' ? words : undefined}
        warning={own?.severity === 'warning' ? words : undefined}
      />
      {canSwap && (
        <Button look="ghost" onPress={() => onChange(swapIds(form))}>
          {t('findings.swap')}
        </Button>
      )}
    </div>
  );
}
