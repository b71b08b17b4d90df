import data from './permissions.json' with { type: 'json' };

/** One entry of the catalogue of Coze's permissions. */
export interface Permission {
  /** As the documentation writes it: an action alone (`listBot`) or with its resource (`Bot.listVersion`). */
  readonly permission: string;
  readonly meaning_en: string;
  readonly meaning_zh: string;
  readonly resource: string | null;
  readonly action: string;
  /** `qualified` or `action-only` as documented; `unofficial` when only third parties write of it. */
  readonly docForm: string;
  /** True when a source shows it inside a scope; null when no source says whether it may stand there. */
  readonly scopeUsable: boolean | null;
  readonly verifiedInScope: boolean;
  /** `enterprise` for those of enterprise apps, else null. */
  readonly tier?: string | null;
  /** Groups of the endpoint catalogue. */
  readonly groups?: readonly string[];
  /** Ids of the endpoints whose pages name it. */
  readonly endpoints: readonly string[];
  readonly source: readonly string[];
}

/** The whole catalogue, in the order of the documentation; the one that a documented scope holds comes first. */
export const permissions: readonly Permission[] = data;
