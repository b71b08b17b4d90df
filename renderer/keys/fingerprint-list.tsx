import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Fingerprints } from '../../shared/coze/key.ts';
import { call } from '../app/bridge-client.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import styles from './fingerprint-list.module.css';

interface Props {
  readonly fingerprints: Fingerprints;
  /** What to compare with; empty for nothing yet. */
  readonly kid: string;
}

const candidates = ['spki', 'jwkThumbprint', 'pkcs1'] as const;

/** The hashes that the `kid` might be. A match is proof; no match is never shown as an error. */
export function FingerprintList({ fingerprints, kid }: Props) {
  const { t } = useTranslation(['keys', 'frame']);
  const wanted = kid.trim();
  const matched = candidates.some((name) => fingerprints[name] === wanted);
  return (
    <div>
      <dl>
        {candidates.map((name) => (
          <div key={name} className={styles.row} data-matches={fingerprints[name] === wanted || undefined}>
            <dt>{t(`detail.candidates.${name}`)}</dt>
            <dd className="mono">{fingerprints[name]}</dd>
            {fingerprints[name] === wanted && (
              <dd className={styles.match}>
                <Check size={14} strokeWidth={2} aria-hidden />
                {t('detail.matches')}
              </dd>
            )}
            <dd>
              <CopyButton
                label={t('detail.copyFingerprint')}
                doneLabel={t('frame:copied')}
                onCopy={() => call('app.copyText', { text: fingerprints[name] })}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        {wanted !== '' && !matched ? `${t('detail.cannotTell')} ` : ''}
        {t('detail.fingerprintsHint')}
      </p>
    </div>
  );
}
