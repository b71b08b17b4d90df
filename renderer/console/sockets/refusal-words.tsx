import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../../shared/coze/socket/read-socket-event.ts';
import headStyles from '../answer/head/head.module.css';
import { explainCode } from '../explain-code.ts';

interface Props {
  /** The body of the answer that refused the handshake. */
  readonly said: string;
}

function codeIn(said: string): { readonly code: number; readonly message: string } | null {
  try {
    const { code, msg } = fieldsOf(JSON.parse(said));
    return typeof code === 'number' ? { code, message: typeof msg === 'string' ? msg : '' } : null;
  } catch {
    return null;
  }
}

/** Coze's own code in the refusal of a handshake, and what it means. */
export function RefusalWords({ said }: Props) {
  const { t, i18n } = useTranslation('socket');
  const told = codeIn(said);
  if (told === null) return null;
  return (
    <div className={headStyles.envelope}>
      <div className={headStyles.words} role="alert">
        <strong>
          <code>{told.code}</code> {told.message}
        </strong>
        <span>{explainCode(told.code, i18n.language) ?? t('errorUnknown')}</span>
      </div>
    </div>
  );
}
