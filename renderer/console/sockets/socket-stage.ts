import type { ConsoleSocket } from '../../../shared/console-socket.ts';

type Staged = Pick<ConsoleSocket, 'stage'>;

export function isOpen(socket: Staged | null | undefined): boolean {
  return socket?.stage === 'open';
}

/** It was ended from here, and the other side has not agreed yet. */
export function isClosing(socket: Staged | null | undefined): boolean {
  return socket?.stage === 'closing';
}

/** On the way to being open. */
export function isConnecting(socket: Staged | null | undefined): boolean {
  return socket?.stage === 'token' || socket?.stage === 'connecting';
}

/** Codes of a close frame that RFC 6455 §7.4.1 and the registry behind it explain. */
export const explainedCodes = [
  1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015,
] as const;

/** Which text explains a code of a close frame. */
export function closeMeaning(
  code: number,
): `${(typeof explainedCodes)[number]}` | 'registered' | 'own' | 'unknown' {
  const known = explainedCodes.find((explained) => explained === code);
  if (known !== undefined) return `${known}`;
  if (code >= 3000 && code <= 3999) return 'registered';
  return code >= 4000 && code <= 4999 ? 'own' : 'unknown';
}
