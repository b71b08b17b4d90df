import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SigningKey } from '../../shared/coze/key.ts';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { useFormatNames } from '../app/format-names.ts';
import { formatLocal } from '../app/format-time.ts';
import { attempt, showNote } from '../app/toast-store.ts';
import { useBusy } from '../app/use-busy.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { DeleteKeyDialog } from './delete-dialogs.tsx';
import styles from './detail.module.css';
import { FingerprintList } from './fingerprint-list.tsx';
import { openImport } from './import-store.ts';
import { changeKeyDraft, dropKeyDraft, settleKeyDraft, useKeysStore } from './keys-store.ts';
import { KidField } from './kid-field.tsx';
import { PublicKeyView } from './public-key-view.tsx';

interface Props {
  readonly signingKey: SigningKey;
}

export function KeyDetail({ signingKey }: Props) {
  const { t } = useTranslation(['keys', 'frame']);
  const formatNames = useFormatNames();
  const apps = useAppStore((state) => state.profile.apps);
  const draft = useKeysStore((state) => state.keyDrafts[signingKey.id]);
  const { label, kid } = draft ?? { label: signingKey.label, kid: signingKey.kid ?? '' };
  const [busy, run] = useBusy();
  const [isDeleting, setIsDeleting] = useState(false);
  const users = apps.filter((app) => app.keyIds.includes(signingKey.id));
  const isDirty = label.trim() !== signingKey.label || kid.trim() !== (signingKey.kid ?? '');
  const save = () =>
    run(async () => {
      const saved = await attempt(
        call('keys.change', { keyId: signingKey.id, label: label.trim(), kid: kid.trim() || null }),
      );
      if (!saved) return;
      settleKeyDraft(signingKey.id, draft);
      showNote(t('form.saved'));
    });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty && label.trim() !== '') void save();
      }}
    >
      <header className={styles.head}>
        <h2>{signingKey.label}</h2>
        <Button look="danger" onPress={() => setIsDeleting(true)}>
          {t('frame:delete')}
        </Button>
      </header>
      {signingKey.held === 'gone' && (
        <Notice
          tone="warning"
          actions={<Button onPress={() => openImport()}>{t('detail.importAgain')}</Button>}
        >
          {t('detail.heldIn.gone')}
        </Notice>
      )}
      <dl className={styles.facts}>
        <dt>{t('detail.length')}</dt>
        <dd>{t('detail.bits', { bits: signingKey.bits })}</dd>
        <dt>{t('detail.held')}</dt>
        <dd>{t(`detail.heldIn.${signingKey.held}`)}</dd>
        <dt>{t('detail.added')}</dt>
        <dd className="tabular">
          {formatLocal(signingKey.createdAt * 1000)} · {t(`detail.origins.${signingKey.origin}`)}
        </dd>
        <dt>{t('detail.usedBy')}</dt>
        <dd>{users.length === 0 ? t('detail.nobody') : formatNames(users.map((app) => app.name))}</dd>
      </dl>
      <Field
        label={t('detail.label')}
        value={label}
        onChange={(next) => changeKeyDraft(signingKey.id, { label: next, kid })}
        maxLength={120}
        problem={label.trim() === '' ? t('form.nameNeeded') : undefined}
      />
      <KidField
        kid={kid}
        onChange={(next) => changeKeyDraft(signingKey.id, { label, kid: next })}
        hint={t('detail.kidHint')}
      />
      <div className={styles.actions}>
        {isDirty && <Button onPress={() => dropKeyDraft(signingKey.id)}>{t('form.discard')}</Button>}
        <Button type="submit" look="main" isDisabled={!isDirty || busy || label.trim() === ''}>
          {t('frame:save')}
        </Button>
      </div>
      <section className={styles.section}>
        <h3>{t('detail.fingerprints')}</h3>
        <FingerprintList fingerprints={signingKey.fingerprints} kid={kid} />
      </section>
      <section className={styles.section}>
        <h3>{t('detail.publicKey')}</h3>
        <PublicKeyView pem={signingKey.publicKeyPem} />
      </section>
      <DeleteKeyDialog signingKey={signingKey} isOpen={isDeleting} onClose={() => setIsDeleting(false)} />
    </form>
  );
}
