import { useTranslation } from 'react-i18next';
import { useAppStore, useKeys } from '../../app/app-store.ts';
import { runCommand } from '../../app/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { changeMembers, chooseKey } from './build-store.ts';
import { type Draft, memberText, type ReadableDraft } from './draft.ts';
import { MemberField } from './member-field.tsx';

interface Props {
  readonly draft: Draft;
  readonly read: ReadableDraft;
  readonly isLocked: boolean;
  readonly isWrong: boolean;
}

/** The key that signs, those of the app first, and the `kid` that names it. */
export function KeyField({ draft, read, isLocked, isWrong }: Props) {
  const { t } = useTranslation(['build', 'keys']);
  const keys = useKeys().filter(({ held }) => held !== 'gone');
  const apps = useAppStore((state) => state.profile.apps);
  const own = apps.find(({ id }) => id === draft.appId)?.keyIds ?? [];
  const inOrder = [...keys].sort((a, b) => Number(own.includes(b.id)) - Number(own.includes(a.id)));
  const kid = memberText(read, 'header', ['kid']);
  return (
    <>
      <Choice
        label={t('key')}
        isRow
        value={keys.some(({ id }) => id === draft.keyId) ? (draft.keyId ?? '') : ''}
        placeholder={t(keys.length === 0 ? 'noKeys' : 'noKey')}
        isDisabled={keys.length === 0}
        options={inOrder.map(({ id, label, bits, kid: named }) => ({
          value: id,
          label,
          detail: `RSA ${bits} · ${named ?? t('noKid')}`,
        }))}
        onChange={(id) => {
          const chosen = keys.find((key) => key.id === id);
          if (chosen) chooseKey(chosen);
        }}
      />
      {keys.length === 0 && (
        <Notice
          isQuiet
          tone="information"
          actions={<Button onPress={() => runCommand('import-key')}>{t('addKey')}</Button>}
        >
          {t('noKeysHint')}
        </Notice>
      )}
      <MemberField
        label="kid"
        value={kid.text}
        onChange={(text) =>
          changeMembers('kid', [{ segment: 'header', path: ['kid'], value: JSON.stringify(text) }])
        }
        isLocked={isLocked || kid.kind === 'structure'}
        isInvalid={isWrong}
      />
    </>
  );
}
