import { useTranslation } from 'react-i18next';
import { shownPointer } from '../../shared/json/shown-pointer.ts';
import type { ComparedMember, Comparison, Difference } from '../../shared/jwt/compare-tokens.ts';
import { beginningOf } from '../../shared/text/beginning-of.ts';
import { visibleText } from '../../shared/text/visible-text.ts';
import { Segmented } from '../ui/choice.tsx';
import { formatLifetime } from './build/lifetime.ts';
import styles from './comparison-view.module.css';
import { useJwtStore } from './jwt-store.ts';

interface Props {
  readonly comparison: Comparison;
}

const longestValue = 4000;

function shown(value: string): string {
  return visibleText(value.length > longestValue ? `${beginningOf(value, longestValue)}…` : value);
}

/** Two tokens side by side, member by member. */
export function ComparisonView({ comparison }: Props) {
  const { t } = useTranslation('jwt');
  const extent = useJwtStore((state) => state.compared);
  const { members, writtenDifferently, signature, encrypted } = comparison;
  const differing = members.filter(({ difference }) => difference !== 'same');
  const isHidden = encrypted !== null && encrypted !== 'same-text';
  const rows = extent === 'all' ? members : differing;
  return (
    <div>
      <div className={styles.bar}>
        <span role="status">
          {t(isHidden ? 'compare.headerCount' : 'compare.count', { count: differing.length })}
        </span>
        <Segmented
          label={t('compare.extent')}
          hideLabel
          value={extent}
          options={(['differences', 'all'] as const).map((value) => ({
            value,
            label: t(`compare.${value}`),
          }))}
          onChange={(compared) => useJwtStore.setState({ compared })}
        />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.column}>
              {t('compare.member')}
            </th>
            <th scope="col" className={styles.column}>
              {t('compare.left')}
            </th>
            <th scope="col" className={styles.column}>
              {t('compare.right')}
            </th>
          </tr>
        </thead>
        {(['header', 'payload'] as const).map((segment) => (
          <SegmentRows
            key={segment}
            segment={segment}
            members={rows.filter((member) => member.segment === segment)}
          />
        ))}
      </table>
      <ul className={styles.notes}>
        {differing.length === 0 && (
          <li>{t(encrypted === null ? 'compare.noDifference' : 'compare.noHeaderDifference')}</li>
        )}
        {writtenDifferently.map((segment) => (
          <li key={segment}>{t('compare.written', { segment: t(segment) })}</li>
        ))}
        {encrypted && <li>{t(`compare.encrypted.${encrypted}`)}</li>}
        {signature && <li>{t(`compare.signature.${signature}`)}</li>}
      </ul>
    </div>
  );
}

const looks = {
  same: { left: 'same', right: 'same' },
  changed: { left: 'changed', right: 'changed' },
  'only-left': { left: 'alone', right: 'none' },
  'only-right': { left: 'none', right: 'alone' },
} as const satisfies Record<Difference, object>;

interface SegmentProps {
  readonly segment: ComparedMember['segment'];
  readonly members: readonly ComparedMember[];
}

function SegmentRows({ segment, members }: SegmentProps) {
  const { t } = useTranslation('jwt');
  if (members.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className={styles.segment} data-segment={segment}>
          {t(segment)}
        </th>
      </tr>
      {members.map((member) => (
        <MemberRow key={`${member.occurrence.join('.')} ${member.path}`} member={member} />
      ))}
    </tbody>
  );
}

interface RowProps {
  readonly member: ComparedMember;
}

function MemberRow({ member }: RowProps) {
  const { t } = useTranslation('jwt');
  const { segment, path, occurrence, left, right, difference, laterBy } = member;
  return (
    <tr>
      <th scope="row" className={styles.member} data-segment={segment}>
        {visibleText(path === '' ? t(segment) : shownPointer(path))}
        {occurrence.length > 0 && ` #${occurrence.join('.')}`}
        <span className={styles.kind}>{t(`compare.kinds.${difference}`)}</span>
      </th>
      <td className={styles.value} data-look={looks[difference].left}>
        {left !== null && shown(left)}
      </td>
      <td className={styles.value} data-look={looks[difference].right}>
        {right !== null && shown(right)}
        {laterBy !== null && laterBy !== 0 && <span className={styles.later}>{formatLifetime(laterBy)}</span>}
      </td>
    </tr>
  );
}
