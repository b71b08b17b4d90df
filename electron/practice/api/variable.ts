/** What one user of one agent or app set. The `id` joins all of what it belongs to. */
export interface Variable {
  readonly id: string;
  readonly owner: string;
  readonly keyword: string;
  readonly value: string;
  /** Epoch seconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}
