/** A bill that was asked for. Times are epoch seconds. */
export interface BillTask {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly createdAt: number;
}
