export type CopyKind = 'bot' | 'app' | 'workflow';

/** A copy that was asked for and is made by now. */
export interface CopyTask {
  readonly id: string;
  readonly kind: CopyKind;
  readonly sourceId: string;
  readonly targetId: string;
  readonly workspaceId: string;
}
