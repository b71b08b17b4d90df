import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JwtCheck } from '../../shared/jwt/signature-check.ts';
import { useAppStore } from '../app/app-store.ts';
import { useBusy } from '../app/use-busy.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './jwt-screen.module.css';
import { type CheckKey, checkSignature, checkWithFile, useSignatureStore } from './signature-store.ts';

const largestKeyText = 400_000;
type Encoding = 'text' | 'hex' | 'base64url';

const close = () => useSignatureStore.setState({ isDialogOpen: false });

interface Props {
  readonly token: string;
}

/** With which key: a public one in any form, a shared secret, or one that the app holds. Nothing of it is kept. */
export function CheckDialog({ token }: Props) {
  const { t } = useTranslation('jwt');
  const isOpen = useSignatureStore((state) => state.isDialogOpen);
  return (
    <Dialog title={t('checkDialog.title')} isOpen={isOpen} onClose={close} width={560}>
      <CheckForm token={token} />
    </Dialog>
  );
}

function CheckForm({ token }: Props) {
  const { t } = useTranslation(['jwt', 'frame', 'findings']);
  const canPick = useAppStore((state) => state.host.canPickFiles);
  const [kind, setKind] = useState<'key' | 'secret'>('key');
  const [keyText, setKeyText] = useState('');
  const [secret, setSecret] = useState('');
  const [encoding, setEncoding] = useState<Encoding>('text');
  const [refusal, setRefusal] = useState<JwtCheck['reason']>(null);
  const [busy, run] = useBusy();
  const settle = (work: Promise<JwtCheck | null>) =>
    run(async () => {
      const check = await work;
      if (check?.readAs) close();
      else setRefusal(check?.reason ?? null);
    });
  const key: CheckKey =
    kind === 'key'
      ? { kind: 'text', text: keyText.slice(0, largestKeyText) }
      : { kind: 'secret', text: secret.slice(0, largestKeyText), encoding };
  const isEmpty = (kind === 'key' ? keyText : secret) === '';
  return (
    <form
      className={styles.checkForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) void settle(checkSignature(token, key));
      }}
    >
      <Segmented
        label={t('checkDialog.with')}
        value={kind}
        options={[
          { value: 'key', label: t('checkDialog.key') },
          { value: 'secret', label: t('checkDialog.secret') },
        ]}
        onChange={(next) => {
          setKind(next);
          setRefusal(null);
        }}
      />
      {kind === 'key' ? (
        <Field
          label={t('checkDialog.keyText')}
          mono
          rows={8}
          autoFocus
          value={keyText}
          onChange={setKeyText}
          placeholder={t('checkDialog.keyPlaceholder')}
        />
      ) : (
        <>
          <Field
            label={t('checkDialog.secretText')}
            mono
            rows={3}
            autoFocus
            value={secret}
            onChange={setSecret}
          />
          <Segmented
            label={t('checkDialog.encoding')}
            value={encoding}
            options={(['text', 'hex', 'base64url'] as const).map((value) => ({
              value,
              label: t(`checkDialog.encodings.${value}`),
            }))}
            onChange={setEncoding}
          />
        </>
      )}
      {refusal && (
        <Notice
          tone="error"
          title={<span className={styles.sentence}>{t(`findings:reason.${refusal}`)}</span>}
        />
      )}
      <p className="secondary">{t('checkDialog.notKept')}</p>
      <div className={styles.checkActions}>
        {canPick && kind === 'key' && (
          <Button keepsFocus isDisabled={busy} onPress={() => void settle(checkWithFile(token))}>
            <FileUp size={15} strokeWidth={1.5} aria-hidden />
            {t('checkDialog.file')}
          </Button>
        )}
        <span className={styles.space} />
        <Button onPress={close}>{t('frame:cancel')}</Button>
        <Button type="submit" look="main" isDisabled={busy || isEmpty}>
          {t('checkDialog.check')}
        </Button>
      </div>
    </form>
  );
}
