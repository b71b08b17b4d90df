import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CurlReading, readCurl } from '../../../shared/curl/read-curl.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { MethodName } from '../method-name.tsx';
import styles from './curl-dialog.module.css';
import { chosenOrigin, closeCurlDialog, openCurlOfDialog, useCurlDialog } from './curl-import.ts';
import { curlRemarks } from './curl-remarks.ts';
import { draftOfCurl } from './draft-of-curl.ts';

/** Reads a pasted curl command, and says what of it could not be taken over, before it becomes a request. */
export function CurlDialog() {
  const { t } = useTranslation(['request', 'frame']);
  const { isOpen, text } = useCurlDialog();
  const judged = useDeferredValue(text);
  const reading = useMemo(() => (judged.trim() === '' ? null : readCurl(judged)), [judged]);
  return (
    <Dialog
      title={t('curl.title')}
      isOpen={isOpen}
      onClose={closeCurlDialog}
      cancelLabel={t('frame:cancel')}
      width={640}
      actions={
        <Button look="main" isDisabled={!reading?.request} onPress={() => void openCurlOfDialog()}>
          {t('curl.open')}
        </Button>
      }
    >
      <Field
        label={t('curl.paste')}
        mono
        rows={9}
        autoFocus
        value={text}
        hint={t('curl.hint')}
        onChange={(next) => useCurlDialog.setState({ text: next })}
      />
      <div className={styles.reading} role="status">
        {reading && <Reading reading={reading} />}
      </div>
    </Dialog>
  );
}

interface Props {
  readonly reading: CurlReading;
}

function Reading({ reading }: Props) {
  const { t, i18n } = useTranslation('request');
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const { request, endpoint } = reading;
  const draft = useMemo(() => draftOfCurl(reading, chosenOrigin()), [reading]);
  const name = endpoint && (language === 'zh' ? endpoint.endpoint.name_zh : endpoint.endpoint.name_en);
  return (
    <>
      {request && (
        <p className={styles.line}>
          <MethodName method={request.method} streaming={null} />
          <code>{`${request.origin ?? ''}${request.path}`}</code>
          {name && <span>{name}</span>}
        </p>
      )}
      <ul className={styles.findings}>
        {curlRemarks(reading, draft, t, language).map(({ text, severity }) => (
          <li key={text} data-severity={severity}>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
