import { looksLikeAppId, looksLikeFingerprint, looksLikePem } from './looks-like.ts';

/** One thing to say about the fields of an app while they are typed. Texts in `shared/i18n`. */
export interface AppFinding {
  readonly code:
    | 'kid-is-app-id'
    | 'kid-is-pem'
    | 'kid-length'
    | 'app-id-is-kid'
    | 'app-id-is-client-id'
    | 'app-id-is-pem'
    | 'app-id-not-digits';
  readonly severity: 'error' | 'warning';
  readonly field: 'clientId' | 'kid';
  /** `swap`: the two fields hold each other's value. */
  readonly fix?: 'swap';
}

export interface AppFindingFields {
  readonly clientId: string;
  /** Absent or empty while there is none. */
  readonly kid?: string;
}

function ofClientId(clientId: string): AppFinding | null {
  const field = 'clientId';
  if (clientId === '' || /^\d+$/.test(clientId)) return null;
  if (looksLikePem(clientId)) return { code: 'app-id-is-pem', severity: 'error', field };
  if (clientId.endsWith('.app.coze')) return { code: 'app-id-is-client-id', severity: 'error', field };
  if (looksLikeFingerprint(clientId)) return { code: 'app-id-is-kid', severity: 'error', field };
  return { code: 'app-id-not-digits', severity: 'warning', field };
}

function ofKid(kid: string): AppFinding | null {
  const field = 'kid';
  if (kid === '' || looksLikeFingerprint(kid)) return null;
  if (looksLikePem(kid)) return { code: 'kid-is-pem', severity: 'error', field };
  if (looksLikeAppId(kid)) return { code: 'kid-is-app-id', severity: 'error', field };
  return { code: 'kid-length', severity: 'warning', field };
}

/**
 * Notices fields that were filled in wrongly, above all swapped ones. Errors are certain to be refused by Coze,
 * warnings only differ from every sample that is known. Nothing is said about an empty field.
 *
 * Source: OAuth JWT 授权（渠道场景）; OAuth clients of the code flows have ids that end in `.app.coze`.
 */
export function findInApp(fields: AppFindingFields): readonly AppFinding[] {
  const clientIdText = fields.clientId.trim();
  const kidText = fields.kid?.trim() ?? '';
  const clientId = ofClientId(clientIdText);
  const kid = ofKid(kidText);
  const found = [clientId, kid].filter((finding) => finding !== null);
  const clientIdFits = clientIdText === '' || clientId?.code === 'app-id-is-kid';
  const kidFits = kidText === '' || kid?.code === 'kid-is-app-id';
  return clientIdFits && kidFits ? found.map((finding) => ({ ...finding, fix: 'swap' })) : found;
}
