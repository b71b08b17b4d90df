import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { openPracticeRequest } from './open-targets.ts';
import { usePracticeLog } from './practice-log-store.ts';

interface Props {
  readonly logId: string | null;
}

/** Leads to the request in practice Coze's log; nothing for a request that went elsewhere. */
export function SeeInPractice({ logId }: Props) {
  const { t } = useTranslation('practice');
  const number = usePracticeLog(
    ({ entries }) => entries.find((entry) => entry.logId === logId)?.number ?? null,
  );
  if (logId === null || number === null) return null;
  return (
    <Button look="ghost" onPress={() => openPracticeRequest(number)}>
      {t('see')}
    </Button>
  );
}
