import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrustedCertificate } from '../../shared/network-state.ts';
import type { Problem } from '../../shared/problem.ts';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { attempt } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import styles from './network-rows.module.css';
import { changeNetwork, useNetworkSettings, useNetworkState } from './network-store.ts';
import { Row } from './settings-row.tsx';

/** A file of certificates to trust beside those of the system. */
export function CaFileRow() {
  const { t } = useTranslation('settings');
  const { caFile } = useNetworkSettings();
  const state = useNetworkState((network) => network.state);
  const [refused, setRefused] = useState<Problem | null>(null);
  const use = async (file: string | null) => setRefused(await changeNetwork({ caFile: file }));
  const problem = refused ?? (caFile === null ? null : (state?.caProblem ?? null));
  return (
    <Row
      name="caFile"
      title={t('caFile')}
      detail={t('caFileHint')}
      problem={
        <div className={styles.certificates}>
          <FileForm key={caFile ?? ''} file={caFile} onUse={(file) => void use(file)} />
          {problem && <ProblemView problem={problem} />}
          {caFile !== null && state !== null && state.certificates.length > 0 && (
            <ul className={styles.list}>
              {state.certificates.slice(0, 20).map((certificate) => (
                <Certificate key={certificate.fingerprint} certificate={certificate} />
              ))}
            </ul>
          )}
        </div>
      }
    >
      {caFile !== null && <Button onPress={() => void use(null)}>{t('removeFile')}</Button>}
    </Row>
  );
}

interface FormProps {
  readonly file: string | null;
  readonly onUse: (file: string) => void;
}

function FileForm({ file, onUse }: FormProps) {
  const { t } = useTranslation('settings');
  const canPick = useAppStore((state) => state.host.canPickFiles);
  const [text, setText] = useState(file ?? '');
  const typed = text.trim();
  const choose = async () => {
    const picked = await attempt(call('network.pickCaFile', null));
    if (picked !== null) onUse(picked.path);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== '') onUse(typed);
  };
  return (
    <form className={styles.file} onSubmit={submit}>
      <Field
        label={t('caFile')}
        hideLabel
        mono
        value={text}
        onChange={setText}
        placeholder={t('caFileExample')}
      />
      {canPick && <Button onPress={() => void choose()}>{t('chooseFile')}</Button>}
      <Button type="submit" isDisabled={typed === '' || typed === file}>
        {t('useFile')}
      </Button>
    </form>
  );
}

interface CertificateProps {
  readonly certificate: TrustedCertificate;
}

function Certificate({ certificate: { subject, validTo, fingerprint, isAuthority } }: CertificateProps) {
  const { t } = useTranslation('settings');
  const hasExpired = Date.parse(validTo) < Date.now();
  return (
    <li
      className={styles.certificate}
      title={`SHA-256 ${fingerprint}`}
      data-expired={hasExpired || undefined}
    >
      {t(hasExpired ? 'caExpired' : 'caUntil', { subject, date: validTo.slice(0, 10) })}
      {!isAuthority && <span className="secondary"> · {t('caNotAuthority')}</span>}
    </li>
  );
}
