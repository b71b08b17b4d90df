import { useTranslation } from 'react-i18next';
import styles from './segment-heading.module.css';

interface Props {
  readonly segment: 'header' | 'payload' | 'signature';
}

/** The name of a part of the token, in its tone. */
export function SegmentHeading({ segment }: Props) {
  const { t } = useTranslation('jwt');
  return (
    <h2 className={styles.heading} data-segment={segment}>
      {segment === 'signature' ? t('signaturePart') : t(segment)}
    </h2>
  );
}
