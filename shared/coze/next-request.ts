/** A request that somebody may want to send next, filled in as far as is known. */
export interface NextRequest {
  /** Of the catalogue. */
  readonly endpointId: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Members of the JSON body in place of those of the catalogue's example; null leaves the example as it is. */
  readonly body: Readonly<Record<string, unknown>> | null;
}
