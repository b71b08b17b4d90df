import { Plus, Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { maxKeysPerApp } from '../../shared/coze/max-keys-per-app.ts';
import { useKeys } from '../app/app-store.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import type { AppForm } from './app-form.ts';
import { withoutKey } from './app-form-state.ts';
import styles from './detail.module.css';
import { openGenerate } from './generate-store.ts';
import { openImport } from './import-store.ts';
import { attachKey } from './keys-store.ts';
import { KidField } from './kid-field.tsx';

interface Props {
  readonly form: AppForm;
  readonly formId: string;
  readonly onChange: (form: AppForm) => void;
}

/** Up to three keys, one of which signs. */
export function AppKeysEditor({ form, formId, onChange }: Props) {
  const { t } = useTranslation('keys');
  const free = useKeys().filter((key) => !form.keyIds.includes(key.id));
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <div>
          <h3 id="app-keys">{t('form.keys')}</h3>
          <p className="secondary">{form.keyIds.length === 0 ? t('form.noKeysYet') : t('form.keysHint')}</p>
        </div>
        {form.keyIds.length < maxKeysPerApp && (
          <Menu
            label={t('form.addKey')}
            trigger={
              <Button>
                <Plus size={15} strokeWidth={1.5} aria-hidden />
                {t('form.addKey')}
              </Button>
            }
            groups={[
              {
                id: 'stored',
                title: t('form.existing'),
                entries: free.map((key) => ({
                  id: key.id,
                  label: key.label,
                  ...(key.kid ? { detail: key.kid } : {}),
                  run: () => attachKey(formId, key, null),
                })),
              },
              {
                id: 'new',
                entries: [
                  { id: 'import', label: t('form.importNew'), run: () => openImport(formId) },
                  { id: 'generate', label: t('form.generateNew'), run: () => openGenerate(formId) },
                ],
              },
            ]}
          />
        )}
      </div>
      {form.keyIds.length > 0 && (
        <fieldset aria-labelledby="app-keys" className={styles.keys}>
          {form.keyIds.map((keyId) => (
            <KeyRow key={keyId} keyId={keyId} form={form} onChange={onChange} />
          ))}
        </fieldset>
      )}
    </section>
  );
}

interface RowProps {
  readonly keyId: string;
  readonly form: AppForm;
  readonly onChange: (form: AppForm) => void;
}

function KeyRow({ keyId, form, onChange }: RowProps) {
  const { t } = useTranslation('keys');
  const key = useKeys().find((candidate) => candidate.id === keyId);
  return (
    <div className={styles.key}>
      <input
        type="radio"
        name="key-in-use"
        aria-label={`${t('form.inUse')}: ${key?.label ?? keyId}`}
        checked={form.keyInUse === keyId}
        onChange={() => onChange({ ...form, keyInUse: keyId })}
        className={styles.radio}
      />
      <div className={styles.keyWords}>
        <div className={styles.keyName}>
          <span>{key?.label}</span>
          {key && <span className="secondary">{t(`detail.heldIn.${key.held}`)}</span>}
        </div>
        <KidField
          kid={form.kids[keyId] ?? ''}
          onChange={(kid) => onChange({ ...form, kids: { ...form.kids, [keyId]: kid } })}
        />
      </div>
      <Tooltip text={t('form.detach')}>
        <Button
          look="ghost"
          square
          aria-label={t('form.detach')}
          onPress={() => onChange(withoutKey(form, keyId))}
        >
          <Unlink size={15} strokeWidth={1.5} />
        </Button>
      </Tooltip>
    </div>
  );
}
