import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { diffScopes, type ScopeDifference } from '../../shared/coze/scope/diff-scopes.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './diff-dialog.module.css';
import type { ScopeDraft } from './scope-draft.ts';

interface Props {
  readonly app: OAuthApp;
  readonly draft: ScopeDraft;
  readonly onClose: () => void;
}

const current = 'current';
const none = 'none';

/** Two scopes of the app, and what only one of them has. */
export function DiffDialog({ app, draft, onClose }: Props) {
  const { t } = useTranslation(['scope', 'frame']);
  const others = app.scopes.filter(({ id }) => id !== draft.presetId);
  const [left, setLeft] = useState(draft.presetId ?? others[0]?.id ?? none);
  const [right, setRight] = useState(current);
  const options = [
    { value: current, label: t('diff.current') },
    ...app.scopes.map(({ id, name }) => ({ value: id, label: name })),
    { value: none, label: t('diff.noScope') },
  ];
  const textOf = (value: string) => {
    if (value === current) return draft.text;
    return app.scopes.find(({ id }) => id === value)?.scope ?? '';
  };
  const comparison = diffScopes(textOf(left), textOf(right));
  return (
    <Dialog
      title={t('diff.title')}
      isOpen
      onClose={onClose}
      width={720}
      lead={
        <div className={styles.sides}>
          <Choice label={t('diff.left')} value={left} options={options} onChange={setLeft} />
          <Choice label={t('diff.right')} value={right} options={options} onChange={setRight} />
        </div>
      }
      actions={<Button onPress={onClose}>{t('frame:close')}</Button>}
    >
      <p className={styles.count} role="status">
        {comparison === null
          ? t('diff.unreadable')
          : comparison.differences.length === 0
            ? t('diff.same')
            : `${t('diff.count', { count: comparison.differences.length })} · ${t('diff.common', { count: comparison.common })}`}
      </p>
      {comparison !== null && comparison.differences.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.column}>
                {t('diff.member')}
              </th>
              <th scope="col" className={styles.column}>
                {t('diff.left')}
              </th>
              <th scope="col" className={styles.column}>
                {t('diff.right')}
              </th>
            </tr>
          </thead>
          <tbody>
            {comparison.differences.slice(0, 500).map((difference) => (
              <DifferenceRow
                key={`${difference.path} ${difference.left} ${difference.right}`}
                difference={difference}
              />
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}

interface PathProps {
  readonly path: string;
}

/** Breaks behind `/` first. */
function Path({ path }: PathProps) {
  return path.split(/(?<=\/)/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a path have no other identity
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

interface RowProps {
  readonly difference: ScopeDifference;
}

function DifferenceRow({ difference: { path, left, right } }: RowProps) {
  const { t } = useTranslation('scope');
  const kind = left === null ? 'onlyRight' : right === null ? 'onlyLeft' : 'changed';
  return (
    <tr>
      <th scope="row" className={styles.member}>
        <Path path={path.slice(1) || t('whole')} />
        <span className={styles.kind}>{t(`diff.${kind}`)}</span>
      </th>
      <td className={styles.value} data-look={left === null ? 'none' : kind}>
        {left}
      </td>
      <td className={styles.value} data-look={right === null ? 'none' : kind}>
        {right}
      </td>
    </tr>
  );
}
