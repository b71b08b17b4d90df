export const flowSteps = ['key', 'app', 'sign', 'exchange', 'call'] as const;
export type FlowStep = (typeof flowSteps)[number];

export interface FlowProgress {
  /** A practice app with a key that can sign. */
  readonly hasApp: boolean;
  readonly isRunning: boolean;
  /** Practice Coze was told of the app, and a person has seen under which `kid` and `iss`. */
  readonly isRegistered: boolean;
  readonly jwt: string | null;
  readonly hasToken: boolean;
  readonly hasCalled: boolean;
}

/** The step that comes next; null after the last. A failed exchange leads back to signing: its JWT is used up. */
export function stepOf(progress: FlowProgress): FlowStep | null {
  const { hasApp, isRunning, isRegistered, jwt, hasToken, hasCalled } = progress;
  if (!hasApp) return 'key';
  if (!isRunning || !isRegistered) return 'app';
  if (hasCalled) return null;
  if (hasToken) return 'call';
  return jwt === null ? 'sign' : 'exchange';
}
