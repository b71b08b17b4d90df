import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/coze/endpoints.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import styles from './console-screen.module.css';
import { changeForm } from './console-store.ts';
import type { HeaderRow, RequestForm } from './request-form.ts';

interface Props {
  readonly endpoint: Endpoint;
  readonly form: RequestForm;
}

export function HeadersTab({ endpoint, form }: Props) {
  const { t } = useTranslation('console');
  const replace = (headers: readonly HeaderRow[]) => changeForm(endpoint, { headers });
  const change = (row: HeaderRow) =>
    replace(form.headers.map((entry) => (entry.id === row.id ? row : entry)));
  const nextId = Math.max(0, ...form.headers.map((row) => row.id)) + 1;
  return (
    <div className={styles.tab}>
      {form.headers.map((row) => (
        <div key={row.id} className={styles.headerRow}>
          <Field
            label={t('headerName')}
            hideLabel
            mono
            placeholder={t('headerName')}
            value={row.name}
            onChange={(name) => change({ ...row, name })}
          />
          <Field
            label={t('headerValue')}
            hideLabel
            mono
            placeholder={t('headerValue')}
            value={row.value}
            onChange={(value) => change({ ...row, value })}
          />
          <Button
            look="ghost"
            square
            aria-label={t('removeHeader')}
            onPress={() => replace(form.headers.filter((entry) => entry.id !== row.id))}
          >
            <X size={15} strokeWidth={1.5} />
          </Button>
        </div>
      ))}
      <div className={styles.note}>
        <Button onPress={() => replace([...form.headers, { id: nextId, name: '', value: '' }])}>
          <Plus size={15} strokeWidth={1.5} aria-hidden />
          {t('addHeader')}
        </Button>
        <span>{t('headersHint')}</span>
      </div>
    </div>
  );
}
