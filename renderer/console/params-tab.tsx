import { useTranslation } from 'react-i18next';
import type { Endpoint, EndpointParameter } from '../../shared/coze/endpoints.ts';
import { Choice } from '../ui/choice.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import styles from './console-screen.module.css';
import { changeForm } from './console-store.ts';
import type { RequestForm } from './request-form.ts';

interface Props {
  readonly endpoint: Endpoint;
  readonly form: RequestForm;
}

export function ParamsTab({ endpoint, form }: Props) {
  const { t } = useTranslation('console');
  if (endpoint.pathParams.length + endpoint.query.length === 0)
    return <EmptyState>{t('noParams')}</EmptyState>;
  return (
    <div className={`${styles.tab} ${styles.params}`}>
      {endpoint.pathParams.length > 0 && (
        <section className={styles.group}>
          <h3>{t('pathParams')}</h3>
          {endpoint.pathParams.map((parameter) => (
            <ParameterRow
              key={parameter.name}
              parameter={{ ...parameter, required: true }}
              value={form.path[parameter.name] ?? ''}
              onChange={(value) => changeForm(endpoint, { path: { ...form.path, [parameter.name]: value } })}
            />
          ))}
        </section>
      )}
      {endpoint.query.length > 0 && (
        <section className={styles.group}>
          <h3>{t('query')}</h3>
          {endpoint.query.map((parameter) => (
            <ParameterRow
              key={parameter.name}
              parameter={parameter}
              value={form.query[parameter.name] ?? ''}
              onChange={(value) =>
                changeForm(endpoint, { query: { ...form.query, [parameter.name]: value } })
              }
            />
          ))}
        </section>
      )}
    </div>
  );
}

interface RowProps {
  readonly parameter: EndpointParameter;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ParameterRow({ parameter, value, onChange }: RowProps) {
  const { t } = useTranslation('console');
  const required = parameter.required === true;
  const kind = required ? t('required') : t('optional');
  return (
    <>
      <div className={styles.paramName}>
        {parameter.name}
        <span data-missing={(required && value.trim() === '') || undefined}>
          {parameter.type} · {kind}
        </span>
      </div>
      {parameter.enum ? (
        <Choice
          label={parameter.name}
          hideLabel
          value={value}
          options={[
            { value: '', label: '—' },
            ...parameter.enum.map((entry) => ({ value: String(entry), label: String(entry) })),
          ]}
          onChange={onChange}
        />
      ) : (
        <Field
          label={parameter.name}
          hideLabel
          mono
          value={value}
          onChange={onChange}
          isRequired={required}
        />
      )}
    </>
  );
}
