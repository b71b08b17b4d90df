import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { RemedyActions } from '../app/remedy-button.tsx';
import { useAppRemedies } from '../app/use-app-remedies.ts';
import { examine } from './doctor-store.ts';

/** What the doctor's screen can do about a cause: put it right where it can, then look again. */
export function useDoctorRemedies(app: OAuthApp): RemedyActions {
  const { t } = useTranslation('doctor');
  const again = useCallback(() => void examine(app.id), [app.id]);
  const { remedies, remedyLabels } = useAppRemedies(app, again);
  const runAgain = t('runAgain');
  const serverClock = remedyLabels['use-server-clock'] === undefined ? {} : { 'use-server-clock': runAgain };
  return {
    remedies,
    waitWords: {
      offer: (seconds) => t('runLater', { seconds }),
      waiting: (seconds) => t('runningLater', { seconds }),
    },
    remedyLabels: { ...remedyLabels, ...serverClock, retry: runAgain, 'mint-again': runAgain },
  };
}
