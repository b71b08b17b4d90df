import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRun } from '../../../shared/console-run.ts';
import { Button } from '../../ui/button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { saveBody } from './save-body.ts';

interface Props {
  readonly run: ConsoleRun;
  /** With its word beside the icon. */
  readonly isWide?: boolean;
}

export function SaveButton({ run, isWide = false }: Props) {
  const { t } = useTranslation('answer');
  const { body } = run;
  if (body === null) return null;
  const save = () => void saveBody(run, body, t('saved'));
  if (isWide) {
    return (
      <Button onPress={save}>
        <Download size={14} strokeWidth={1.5} aria-hidden />
        {t('save')}
      </Button>
    );
  }
  return (
    <Tooltip text={t('save')}>
      <Button look="ghost" square aria-label={t('save')} onPress={save}>
        <Download size={15} strokeWidth={1.5} />
      </Button>
    </Tooltip>
  );
}
