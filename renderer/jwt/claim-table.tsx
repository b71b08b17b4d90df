import { useTranslation } from 'react-i18next';
import { formatJson } from '../../shared/json/format-json.ts';
import { membersOf, sourceOf } from '../../shared/json/json-members.ts';
import type { JsonNode } from '../../shared/json/parse-json.ts';
import { explainClaim } from '../../shared/jwt/explain-claim.ts';
import { readTimes, type TimeClaim } from '../../shared/jwt/read-times.ts';
import { ClaimTime } from './claim-time.tsx';
import styles from './jwt-screen.module.css';
import { visibleText } from './visible-text.ts';

interface Props {
  readonly segment: 'header' | 'payload';
  readonly text: string;
  readonly tree: JsonNode;
}

const maxRows = 500;

/** A row for each member: its name, its value digit by digit, what it is for, and its date. */
export function ClaimTable({ segment, text, tree }: Props) {
  const { t } = useTranslation('jwt');
  const times = segment === 'payload' ? readTimes(tree) : [];
  return (
    <table className={styles.claims} aria-label={t(segment)}>
      <tbody>
        {membersOf(tree)
          .slice(0, maxRows)
          .map((member) => (
            <ClaimRow
              key={member.value.offset}
              segment={segment}
              name={member.name}
              value={sourceOf(text, member.value)}
              plain={member.value.type === 'string' ? String(member.value.value) : null}
              time={times.find((time) => time.name === member.name) ?? null}
            />
          ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly segment: 'header' | 'payload';
  readonly name: string;
  /** As it stands in the JSON. */
  readonly value: string;
  readonly plain: string | null;
  readonly time: TimeClaim | null;
}

function ClaimRow({ segment, name, value, plain, time }: RowProps) {
  const { t } = useTranslation('findings');
  const explanation = explainClaim(segment, name);
  return (
    <tr>
      <th scope="row">{visibleText(name)}</th>
      <td>
        <div className={styles.value}>{visibleText(plain ?? formatJson(value))}</div>
        {time && <ClaimTime time={time} />}
        {explanation && (
          <div className={styles.meaning} title={explanation.source}>
            {t(explanation.textKey)}
          </div>
        )}
      </td>
    </tr>
  );
}
