import { membersOf } from '../../json/json-members.ts';
import type { LintSegment } from './lint-segment.ts';
import { type Notice, notice, quoted, removal } from './notice.ts';
import { type Place, placeOf } from './place.ts';

/** Where each documented member belongs: the names that lead to it. */
const homes = {
  alg: ['header'],
  typ: ['header'],
  kid: ['header'],
  iss: ['payload'],
  aud: ['payload'],
  iat: ['payload'],
  exp: ['payload'],
  jti: ['payload'],
  session_name: ['payload'],
  session_context: ['payload'],
  device_info: ['payload', 'session_context'],
  device_id: ['payload', 'session_context', 'device_info'],
  custom_consumer: ['payload', 'session_context', 'device_info'],
} as const satisfies Record<string, readonly [segment: string, ...names: string[]]>;

type Documented = keyof typeof homes;

const documented = Object.keys(homes);

/** Members of the request's body that are looked for in the assertion by mistake. */
const ofRequest = new Set(['grant_type', 'duration_seconds', 'scope']);

function isDocumented(name: string): name is Documented {
  return Object.hasOwn(homes, name);
}

function plain(name: string): string {
  return name.replace(/[_\-\s]/g, '').toLowerCase();
}

function noticeAbout(place: Place): Notice {
  const { name } = place;
  if (isDocumented(name)) {
    return notice('member-misplaced', place, null, { home: homes[name].join('.') });
  }
  const meant = documented.find((candidate) => plain(candidate) === plain(name));
  if (meant !== undefined) {
    return notice('member-misspelt', place, null, { name: quoted(name), expected: meant });
  }
  if (ofRequest.has(name)) return notice('member-of-request', place, removal);
  return notice('member-unknown', place, removal, { name: quoted(name) });
}

const enough = 20;

/** Members below `path` that Coze's documentation does not have there. `nbf` has a rule of its own when it matters. */
function unknownBelow(
  segment: LintSegment,
  path: readonly string[],
  except: readonly string[] = [],
): readonly Notice[] {
  const outer = path.length === 0 ? null : placeOf(segment, path).node;
  const members = path.length === 0 ? segment.members : outer === null ? [] : membersOf(outer);
  const home = [segment.name, ...path].join('.');
  const names = [...new Set(members.map(({ name }) => name))].filter(
    (name) => !except.includes(name) && !(isDocumented(name) && homes[name].join('.') === home),
  );
  return names.slice(0, enough).map((name) => noticeAbout(placeOf(segment, [...path, name])));
}

/** Members of the header that Coze's documentation does not name. */
export function findUnknownInHeader(header: LintSegment): readonly Notice[] {
  return unknownBelow(header, []);
}

/** Claims, and members of the session context, that Coze's documentation does not name. */
export function findUnknownInPayload(payload: LintSegment, except: readonly string[]): readonly Notice[] {
  return [
    ...unknownBelow(payload, [], except),
    ...unknownBelow(payload, ['session_context']),
    ...unknownBelow(payload, ['session_context', 'device_info']),
  ];
}
