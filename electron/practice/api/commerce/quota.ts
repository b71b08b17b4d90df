/** How much devices may use. Times are epoch seconds. */
export interface Quota {
  readonly id: string;
  readonly entityType: string;
  /** Empty when it is for all. */
  readonly entityId: string;
  readonly benefitType: string;
  readonly limit: number;
  readonly status: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly triggerTime: number;
  readonly triggerUnit: string;
}
