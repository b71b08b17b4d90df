import type { CozeValue } from '../coze-json.ts';
import { world } from '../world.ts';

/** Someone with a Coze account. */
export interface Person {
  readonly id: string;
  readonly userName: string;
  readonly nickName: string;
}

/** The user of practice Coze and three colleagues. Nobody else exists. */
export const people: readonly Person[] = [
  { id: world.userId, userName: world.userName, nickName: world.nickName },
  { id: '2478774393250001247', userName: 'lin_colleague', nickName: '林同事' },
  { id: '2478774393250001253', userName: 'wang_colleague', nickName: '王同事' },
  { id: '2478774393250001261', userName: 'zhao_colleague', nickName: '赵同事' },
];

/** The person with this id, or null. */
export function findPerson(id: string): Person | null {
  return people.find((person) => person.id === id) ?? null;
}

/** The user of practice Coze, who made everything that is there, as versions name them. */
export const creator: CozeValue = { id: BigInt(world.userId), name: world.userName };
