import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type ListName, type SdkOnlyMember, sdkOnlyMembers } from '../../shared/coze/scope/scope-lists.ts';
import { changeMember } from '../../shared/json/change-member.ts';
import { Button } from '../ui/button.tsx';
import { IdChips } from './id-chips.tsx';
import type { ScopePartProps } from './scope-part-props.ts';
import styles from './scope-screen.module.css';
import { changeText } from './scope-store.ts';

const lists = {
  workspace_permission: { ids: 'workspaceIds', permissions: 'workspacePermissions' },
  workflow_permission: { ids: 'workflowIds', permissions: 'workflowPermissions' },
} as const satisfies Record<SdkOnlyMember, Record<string, ListName>>;

const idMembers = {
  workspace_permission: 'workspace_id_list',
  workflow_permission: 'workflow_id_list',
} as const;

/** Members that no documentation has: offered, and marked as what they are. */
export function SdkOnlyParts({ appId, reading, isLocked }: ScopePartProps) {
  const { t } = useTranslation('scope');
  const isThere = (name: SdkOnlyMember) =>
    Object.values(lists[name]).some((list) => reading.lists[list].kind !== 'absent');
  const add = (name: SdkOnlyMember) =>
    changeText(appId, name, (text) =>
      changeMember(
        text.trim() === '' ? '{}' : text,
        [name],
        `{"${idMembers[name]}":[],"permission_list":[]}`,
      ),
    );
  const remove = (name: SdkOnlyMember) => changeText(appId, name, (text) => changeMember(text, [name], null));
  return (
    <section className={styles.part} aria-labelledby="sdk-only-title">
      <header className={styles.partHead}>
        <h2 id="sdk-only-title">{t('sdkOnly')}</h2>
      </header>
      <p className={styles.hint}>{t('sdkOnlyHint')}</p>
      {sdkOnlyMembers.filter(isThere).map((name) => (
        <section key={name} className={styles.sdkPart} aria-label={name}>
          <header className={styles.partHead}>
            <h3 className="mono">{name}</h3>
            <Button
              look="ghost"
              square
              aria-label={t('removePart', { name })}
              isDisabled={isLocked}
              onPress={() => remove(name)}
            >
              <X size={14} strokeWidth={1.5} />
            </Button>
          </header>
          <IdChips
            appId={appId}
            name={lists[name].ids}
            list={reading.lists[lists[name].ids]}
            label={t('idsOf', { name })}
            addLabel={name === 'workspace_permission' ? t('workspaceIds') : t('workflowIds')}
            isLocked={isLocked}
          />
          <IdChips
            appId={appId}
            name={lists[name].permissions}
            list={reading.lists[lists[name].permissions]}
            label={t('permissionsOf', { name })}
            addLabel={t('addPermission')}
            isLocked={isLocked}
            areNames
          />
        </section>
      ))}
      <div className={styles.row}>
        {sdkOnlyMembers
          .filter((name) => !isThere(name))
          .map((name) => (
            <Button key={name} look="ghost" isDisabled={isLocked} onPress={() => add(name)}>
              <Plus size={14} strokeWidth={1.5} aria-hidden />
              <span className="mono">{name}</span>
            </Button>
          ))}
      </div>
    </section>
  );
}
