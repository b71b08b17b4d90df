import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import type { VariableLookup } from '../variables/variables-store.ts';
import styles from './body-view.module.css';
import { changeBody } from './change-body.ts';
import { FileChoice } from './file-choice.tsx';
import type { BodyDraft } from './request-draft.ts';

interface Props {
  readonly body: BodyDraft;
  readonly lookup: VariableLookup;
}

/** One file, sent as it is. */
export function FileBody({ body }: Props) {
  const { t } = useTranslation('request');
  return (
    <div className={styles.whole}>
      <div className={styles.type}>
        <Field
          label={t('contentType')}
          isRow
          mono
          value={body.fileType}
          onChange={(fileType) => changeBody('file type', (now) => ({ ...now, fileType }))}
        />
      </div>
      <FileChoice
        name={t('file.body')}
        file={body.file}
        isLarge
        onChange={(file) => changeBody('file', (now) => ({ ...now, file }))}
      />
    </div>
  );
}
