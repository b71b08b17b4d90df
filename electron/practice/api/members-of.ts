import type { BodyMembers } from './api-endpoint.ts';

/** The text of a body member whose form was checked; `absent` when it is not there. */
export function textOf(body: BodyMembers, name: string, absent = ''): string {
  const value = body[name];
  return typeof value === 'string' ? value : absent;
}

/** The text of a body member, or null when it is not there: what an update leaves alone. */
export function givenText(body: BodyMembers, name: string): string | null {
  const value = body[name];
  return typeof value === 'string' ? value : null;
}

/** The number of a body member; `absent` when it is not there. */
export function numberOf(body: BodyMembers, name: string, absent: number): number {
  const value = body[name];
  return typeof value === 'number' ? value : absent;
}

/** The texts of a body member that is a list. */
export function textsOf(body: BodyMembers, name: string): readonly string[] {
  const value = body[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The objects of a body member that is a list. */
export function objectsOf(body: BodyMembers, name: string): readonly BodyMembers[] {
  const value = body[name];
  return Array.isArray(value) ? value.filter(isMembers) : [];
}

/** A body member that is an object; empty when it is not there. */
export function objectOf(body: BodyMembers, name: string): BodyMembers {
  const value = body[name];
  return isMembers(value) ? value : {};
}

function isMembers(value: unknown): value is BodyMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
