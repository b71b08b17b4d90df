import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import type { AppForm } from './app-form.ts';
import { missingIn } from './app-form-state.ts';
import styles from './detail.module.css';

interface Props {
  readonly form: AppForm;
  readonly onChange: (part: Partial<AppForm>) => void;
  readonly wasTried: boolean;
}

export function VariantFields({ form, onChange, wasTried }: Props) {
  const { t } = useTranslation('keys');
  const problem = wasTried && missingIn(form).variantId ? t('form.idNeeded') : undefined;
  return (
    <div className={styles.two}>
      <Choice
        label={t('form.variant')}
        value={form.variantKind}
        options={(['channel', 'developer', 'cross-account', 'enterprise'] as const).map((value) => ({
          value,
          label: t(`form.variants.${value}`),
          detail: t(`form.variantDetails.${value}`),
        }))}
        onChange={(variantKind) => onChange({ variantKind })}
        hint={t(`form.variantDetails.${form.variantKind}`)}
      />
      {form.variantKind === 'cross-account' && (
        <Field
          label={t('form.accountId')}
          mono
          value={form.accountId}
          onChange={(accountId) => onChange({ accountId })}
          maxLength={128}
          hint={t('form.accountIdHint')}
          problem={problem}
        />
      )}
      {form.variantKind === 'enterprise' && (
        <Field
          label={t('form.enterpriseId')}
          mono
          value={form.enterpriseId}
          onChange={(enterpriseId) => onChange({ enterpriseId })}
          maxLength={128}
          hint={t('form.enterpriseIdHint')}
          problem={problem}
        />
      )}
    </div>
  );
}
