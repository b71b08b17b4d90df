import { useTranslation } from 'react-i18next';
import type { AccessToken } from '../../shared/coze/token.ts';
import { Notice } from '../ui/notice.tsx';

const worthSayingMs = 5000;

interface Props {
  /** Newest first. */
  readonly tokens: readonly AccessToken[];
}

/** Says so when the server's clock and this computer's are apart. */
export function ClockNote({ tokens }: Props) {
  const { t } = useTranslation('mint');
  const offset = tokens[0]?.clockOffsetMs ?? 0;
  if (Math.abs(offset) <= worthSayingMs) return null;
  const seconds = Math.round(Math.abs(offset) / 1000);
  return (
    <div style={{ padding: '0 16px 8px' }}>
      <Notice tone="warning">
        {offset > 0 ? t('clockOff', { seconds }) : t('clockOffBehind', { seconds })}
      </Notice>
    </div>
  );
}
