import type { Variant } from '../../shared/coze/app.ts';
import type { Region } from '../../shared/coze/region.ts';

/** What stands in the fields, whether or not it can be saved. */
export interface AppForm {
  readonly name: string;
  readonly regionKind: Region['kind'];
  readonly baseUrl: string;
  readonly clientId: string;
  readonly variantKind: Variant['kind'];
  readonly accountId: string;
  readonly enterpriseId: string;
  readonly keyIds: readonly string[];
  readonly keyInUse: string | null;
  /** `kid` as typed, by key id. */
  readonly kids: Readonly<Record<string, string>>;
}

export const emptyAppForm: AppForm = {
  name: '',
  regionKind: 'cn',
  baseUrl: '',
  clientId: '',
  variantKind: 'channel',
  accountId: '',
  enterpriseId: '',
  keyIds: [],
  keyInUse: null,
  kids: {},
};
