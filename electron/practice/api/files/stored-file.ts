/** What is remembered of an uploaded file; its content is not. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Epoch seconds. */
  readonly createdAt: number;
}
