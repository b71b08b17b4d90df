import { permissions } from '../permissions.ts';
import { changeList } from './change-list.ts';
import { pointerOf } from './list-rules.ts';
import { channelChat, isRefusedToChannels, permissionNamed } from './needed-permissions.ts';
import { named, type ScopeFinding, scopeFinding } from './scope-finding.ts';
import { type ListEntry, type ListName, listPaths, type ScopeList } from './scope-lists.ts';

/** The one catalogue name that `name` may have meant: the same in other case, or with its resource in front. */
function meant(name: string): string | null {
  const folded = name.trim().toLowerCase();
  const same = permissions.filter(({ permission }) => permission.toLowerCase() === folded);
  const found = same.length > 0 ? same : permissions.filter(({ action }) => action.toLowerCase() === folded);
  return found.length === 1 ? (found[0]?.permission ?? null) : null;
}

interface Judged {
  readonly code: 'permission-unofficial' | 'permission-unverified';
  readonly entry: ListEntry;
}

function judge(entry: ListEntry): Judged | null {
  const known = permissionNamed(entry.text);
  if (known === null || known.verifiedInScope || entry.text === 'chat') return null;
  return { code: known.docForm === 'unofficial' ? 'permission-unofficial' : 'permission-unverified', entry };
}

/** What there is to say about the names in a permission list. */
export function lintPermissions(
  text: string,
  name: ListName,
  { entries }: Extract<ScopeList, { readonly kind: 'list' }>,
  isChannel: boolean,
): readonly ScopeFinding[] {
  const path = pointerOf(listPaths[name]);
  const texts = entries.filter((entry) => entry.kind === 'text' && entry.text.trim() !== '');
  const instead = (wrong: ListEntry, right: string) =>
    changeList(
      text,
      name,
      entries.map((entry) => (entry === wrong ? JSON.stringify(right) : entry.source)),
    );
  const one = (code: 'permission-is-chat' | 'permission-unknown', entry: ListEntry, right: string | null) =>
    scopeFinding(code, {
      path,
      params: { name: entry.text.slice(0, 80), expected: right ?? '' },
      places: [entry],
      fix: right === null ? null : { kind: 'use', value: right, text: instead(entry, right) },
    });
  const many = (code: Judged['code'] | 'permission-refused', found: readonly ListEntry[]) =>
    found.length === 0
      ? []
      : [
          scopeFinding(code, {
            path,
            params: named(found.map((entry) => entry.text)),
            places: found,
          }),
        ];
  const judged = texts.flatMap((entry) => judge(entry) ?? []);
  const ofCode = (code: Judged['code']) =>
    judged.filter((found) => found.code === code).map(({ entry }) => entry);
  return [
    ...texts
      .filter((entry) => entry.text === 'chat')
      .map((entry) => one('permission-is-chat', entry, channelChat)),
    ...texts
      .filter((entry) => permissionNamed(entry.text) === null)
      .map((entry) => one('permission-unknown', entry, meant(entry.text))),
    ...many('permission-unofficial', ofCode('permission-unofficial')),
    ...many('permission-unverified', ofCode('permission-unverified')),
    ...(isChannel
      ? many(
          'permission-refused',
          texts.filter((entry) => isRefusedToChannels(entry.text)),
        )
      : []),
  ];
}
