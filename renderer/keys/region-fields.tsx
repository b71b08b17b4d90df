import { useTranslation } from 'react-i18next';
import { hostsOfRegion } from '../../shared/coze/region.ts';
import { Segmented } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import type { AppForm } from './app-form.ts';
import { baseUrlProblem } from './app-form-state.ts';

interface Props {
  readonly form: AppForm;
  readonly onChange: (part: Partial<AppForm>) => void;
  /** True once the person tried to save: then empty fields are named. */
  readonly wasTried: boolean;
}

/** Which Coze; it alone decides API host and `aud`, so both are shown. */
export function RegionFields({ form, onChange, wasTried }: Props) {
  const { t } = useTranslation('keys');
  const wrong = baseUrlProblem(form);
  const hosts =
    form.regionKind === 'practice' || wrong !== null
      ? null
      : hostsOfRegion(
          form.regionKind === 'custom'
            ? { kind: 'custom', baseUrl: form.baseUrl }
            : { kind: form.regionKind },
          null,
        );
  const words = hosts ? t('form.api', { host: hosts.api, audience: hosts.audience }) : undefined;
  return (
    <>
      <Segmented
        label={t('form.region')}
        value={form.regionKind}
        options={(['cn', 'com', 'practice', 'custom'] as const).map((value) => ({
          value,
          label: t(`form.regions.${value}`),
        }))}
        onChange={(regionKind) => onChange({ regionKind })}
        hint={
          form.regionKind === 'practice'
            ? t('form.practiceNote')
            : form.regionKind === 'custom'
              ? undefined
              : words
        }
      />
      {form.regionKind === 'custom' && (
        <Field
          label={t('form.baseUrl')}
          mono
          value={form.baseUrl}
          onChange={(baseUrl) => onChange({ baseUrl })}
          placeholder="https://api.example.com"
          hint={words ?? t('form.baseUrlHint')}
          problem={
            wrong && (wasTried || form.baseUrl !== '') ? t(`form.baseUrlProblems.${wrong}`) : undefined
          }
        />
      )}
    </>
  );
}
