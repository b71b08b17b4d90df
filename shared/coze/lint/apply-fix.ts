import { pathOfPointer, removeMember, setMember } from '../../json/edit-member.ts';
import type { Fix } from './lint-finding.ts';

/**
 * Carries out a fix in the JSON text of the segment that it is for, and changes nothing else in it. Text that is no
 * JSON object, or has something else where an object is needed, comes back as it was.
 */
export function applyFix(jsonText: string, fix: Fix): string {
  const path = pathOfPointer(fix.path);
  return 'remove' in fix ? removeMember(jsonText, path) : setMember(jsonText, path, fix.value);
}
