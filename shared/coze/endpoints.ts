import data from './endpoints.json' with { type: 'json' };

/** A path or query parameter. Ids are `string`, whatever the documentation types them as: they are 64-bit integers. */
export interface EndpointParameter {
  readonly name: string;
  readonly type: string;
  readonly required?: boolean;
  readonly enum?: readonly (string | number)[];
}

export interface EndpointBody {
  readonly contentType: string;
  /** A JSON body to start from; placeholders stand in angle brackets, such as `<bot_id>`. */
  readonly example?: unknown;
  readonly fields: readonly (EndpointParameter & { readonly keys?: readonly string[] })[];
}

/** One entry of the Coze API catalogue. */
export interface Endpoint {
  readonly group: string;
  readonly group_zh: string;
  readonly id: string;
  readonly name_en: string;
  readonly name_zh: string;
  readonly method: string;
  /** With `:name` for each path parameter. */
  readonly path: string;
  /** An origin other than the API host, or null. */
  readonly host: string | null;
  /** The permission it needs, several joined by ` + `; empty for none, null when no source says. */
  readonly permission: string | null;
  /** The same one by one. */
  readonly permissions: readonly string[] | null;
  readonly pathParams: readonly EndpointParameter[];
  readonly query: readonly EndpointParameter[];
  readonly body: EndpointBody | null;
  /** `sse`, `multipart`, `ws` or `binary`; null for plain JSON. */
  readonly streaming: string | null;
  /** False when the documentation says that channel tokens are refused; null when it says nothing. */
  readonly channelToken: boolean | null;
  readonly notes?: readonly string[];
  readonly source: readonly string[];
}

/** The whole catalogue, in the order of the documentation. */
export const endpoints: readonly Endpoint[] = data;
