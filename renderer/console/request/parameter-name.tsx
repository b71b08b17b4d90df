import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointParameter } from '../../../shared/coze/endpoints.ts';
import styles from './pair-table.module.css';

interface Props {
  readonly name: string;
  readonly parameter: EndpointParameter | null;
  readonly isMissing: boolean;
}

/** The name of a documented parameter, which breaks behind `_` first, with its type and whether it has to be there. */
export function ParameterName({ name, parameter, isMissing }: Props) {
  const { t } = useTranslation('console');
  const isRequired = parameter?.required === true;
  return (
    <div className={styles.name}>
      <div>
        {name.split(/(?<=_)/).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name have no other identity
          <Fragment key={index}>
            {index > 0 && <wbr />}
            {part}
          </Fragment>
        ))}
      </div>
      {parameter && (
        <span data-missing={(isRequired && isMissing) || undefined}>
          {parameter.type} · {isRequired ? t('required') : t('optional')}
        </span>
      )}
    </div>
  );
}
