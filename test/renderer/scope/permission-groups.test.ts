import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/i18n/en.ts';
import { isFreeName, permissionGroups } from '../../../renderer/scope/permission-groups.ts';
import { permissions } from '../../../shared/coze/permissions.ts';

const own: ReadonlySet<string> = new Set(['verified', 'other', 'unofficial']);

describe('the check list of permissions', () => {
  it('holds each of the catalogue once, the documented one first', () => {
    const groups = permissionGroups('', []);
    expect(groups[0]).toMatchObject({ id: 'verified', entries: [{ name: 'Connector.botChat' }] });
    expect(groups.flatMap(({ entries }) => entries)).toHaveLength(permissions.length);
    expect(groups.find(({ entries }) => entries.some(({ name }) => name === 'chat'))?.id).toBe('chat');
  });

  it('has a name for each of its groups', () => {
    const unnamed = permissionGroups('', []).filter(
      ({ id }) => !own.has(id) && !Object.hasOwn(en.console.groups, id),
    );
    expect(unnamed).toEqual([]);
  });

  it('shows first what the scope names and no catalogue has', () => {
    expect(permissionGroups('', ['my.own', 'chat'])[0]).toEqual({
      id: 'other',
      entries: [{ name: 'my.own', found: null }],
    });
    expect(permissionGroups('MY.OWN', ['my.own']).map(({ id }) => id)).toEqual(['other']);
  });

  it('takes a name that nobody knows, but no sentence and none twice', () => {
    expect(isFreeName(' Connector.newThing ', [])).toBe(true);
    for (const query of ['', 'a', 'two words', '对话', '/v3/chat', 'chat', 'my.own']) {
      expect([query, isFreeName(query, ['my.own'])]).toEqual([query, false]);
    }
  });
});
