import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyDraft, SigningKey } from '../../shared/coze/key.ts';
import type { Problem } from '../../shared/problem.ts';
import { useAppStore, useKeys } from '../app/app-store.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useBusy } from '../app/use-busy.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { FingerprintList } from './fingerprint-list.tsx';
import styles from './import-dialog.module.css';
import { closeImport, leaveImport, useImportStore } from './import-store.ts';
import { attachKey, openNewApp, select } from './keys-store.ts';
import { KidField } from './kid-field.tsx';
import { prefillOfConfig } from './prefill-of-config.ts';
import { PublicKeyView } from './public-key-view.tsx';

interface Props {
  readonly draft: Extract<KeyDraft, { state: 'ready' }>;
}

function defaultLabel(fileName: string | null, fallback: string, taken: readonly string[]): string {
  const stem = fileName?.replace(/\.[a-z0-9]{1,5}$/i, '').trim();
  const label = stem ? stem.slice(0, 110) : fallback;
  const numbered = (count: number): string => {
    const candidate = count === 1 ? label : `${label} ${count}`;
    return taken.includes(candidate) ? numbered(count + 1) : candidate;
  };
  return numbered(1);
}

/** A key that was read or generated: what it is, its name, and where to keep it. */
export function DraftView({ draft }: Props) {
  const { t } = useTranslation(['keys', 'frame']);
  const keychain = useAppStore((state) => state.keychain);
  const { config, formId } = useImportStore();
  const keys = useKeys();
  const duplicate = keys.find((key) => key.id === draft.duplicateOf && key.held !== 'gone');
  const date = new Date().toLocaleDateString('sv-SE');
  const [label, setLabel] = useState(() =>
    defaultLabel(
      draft.fileName,
      t('import.defaultLabel', { date }),
      keys.map((key) => key.label),
    ),
  );
  const [kid, setKid] = useState(config?.kid ?? '');
  const [busy, run] = useBusy();
  const [problem, setProblem] = useState<Problem | null>(null);

  const finish = (key: SigningKey) => {
    if (formId !== null) attachKey(formId, key, config?.fields ?? null);
    else if (config) {
      openNewApp({
        ...prefillOfConfig(config.fields),
        keyIds: [key.id],
        keyInUse: key.id,
        kids: { [key.id]: key.kid ?? '' },
      });
    } else select({ kind: 'key', id: key.id });
    closeImport();
  };

  const save = (hold: 'keychain' | 'this-run') =>
    run(async () => {
      setProblem(null);
      try {
        finish(await call('keys.save', { draftId: draft.draftId, label, kid: kid.trim() || null, hold }));
      } catch (thrown) {
        setProblem(problemOf(thrown));
      }
    });

  const blocked = busy || label.trim() === '' || duplicate !== undefined;
  const keychainFirst = keychain === 'ready';
  return (
    <form
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault();
        void save(keychainFirst ? 'keychain' : 'this-run');
      }}
    >
      <Notice tone="good" title={t('import.bits', { bits: draft.bits })}>
        {draft.normalised.length > 0 && (
          <>
            {t('import.normalised')}
            <ul className={styles.normalised}>
              {draft.normalised.map((code) => (
                <li key={code}>{t(`normalisations.${code}`)}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
      {draft.origin === 'generated' && (
        <>
          <PublicKeyView pem={draft.publicKeyPem} />
          <p className={styles.note}>
            {t('generateDialog.done')} {t('generateDialog.unverified')}
          </p>
        </>
      )}
      <Field label={t('import.label')} value={label} onChange={setLabel} maxLength={120} autoFocus />
      <KidField kid={kid} onChange={setKid} hint={t('import.kidOptional')} />
      {(kid.trim() !== '' || draft.origin === 'generated') && (
        <FingerprintList fingerprints={draft.fingerprints} kid={kid} />
      )}
      {duplicate && (
        <Notice
          tone="warning"
          title={t('import.duplicate', { label: duplicate.label })}
          actions={<Button onPress={() => finish(duplicate)}>{t('import.useIt')}</Button>}
        />
      )}
      {problem && (
        <ProblemView
          problem={problem}
          remedies={{
            retry: () => void save('keychain'),
            'unlock-keychain': () => void save('keychain'),
            'hold-for-this-run': () => void save('this-run'),
          }}
        />
      )}
      {!keychainFirst && <p className={styles.note}>{t('import.thisRunNote')}</p>}
      <div className={styles.actions}>
        <span className={styles.space} />
        <Button onPress={leaveImport}>{t('frame:cancel')}</Button>
        {!keychainFirst && (
          <Button isDisabled={blocked} onPress={() => void save('keychain')}>
            {t('import.saveKeychain')}
          </Button>
        )}
        <Button type="submit" look="main" isDisabled={blocked}>
          {keychainFirst ? t('import.saveKeychain') : t('import.saveThisRun')}
        </Button>
      </div>
    </form>
  );
}
