import { z } from 'zod';
import { type Region, regionFromBaseUrl } from '../../shared/coze/region.ts';
import { ProblemError } from '../../shared/problem.ts';

/** What `coze_oauth_config.json` says about a JWT app; null for what is missing, empty or of no use. */
export interface OauthConfig {
  /** The OAuth app id, `iss` of the assertion. */
  readonly clientId: string | null;
  readonly kid: string | null;
  /** As it stands in the file; to be read by `readPrivateKey`. */
  readonly privateKey: string | null;
  readonly region: Region | null;
}

const fileSchema = z.object({
  client_type: z.string().optional(),
  client_id: z.string().nullish(),
  private_key: z.string().nullish(),
  public_key_id: z.string().nullish(),
  coze_api_base: z.string().nullish(),
});

/** `server` is what the Java quickstart writes for JWT. */
const jwtClientTypes = new Set(['jwt', 'server']);
const memberNames = /"(?:client_type|client_id|public_key_id|coze_api_base|coze_www_base)"\s*:/g;

/**
 * Reads the configuration file that the Coze console offers for download (coze-oauth-quickstart). Null when the text
 * is no such file, so that it can be tried as a key.
 *
 * @throws ProblemError `app/config-not-jwt` (clientType) for an app of another grant; `app/config-unreadable` for a
 * file that is cut off or holds values of the wrong type
 */
export function readOauthConfig(text: string): OauthConfig | null {
  const json = text.replace(/^\uFEFF/, '').trim();
  if (!json.startsWith('{') || new Set(json.match(memberNames)).size < 2) return null;
  const file = fileSchema.safeParse(parse(keepIdDigits(json)));
  if (!file.success) throw new ProblemError('app/config-unreadable');
  const { client_type: clientType, client_id, private_key, public_key_id, coze_api_base } = file.data;
  if (clientType !== undefined && !jwtClientTypes.has(clientType.trim().toLowerCase()))
    throw new ProblemError('app/config-not-jwt', { params: { clientType: clientType.slice(0, 40) } });
  return {
    clientId: textOrNull(client_id),
    kid: textOrNull(public_key_id),
    privateKey: textOrNull(private_key),
    region: regionOrNull(textOrNull(coze_api_base)),
  };
}

/** An id written as a bare number may have more digits than a JavaScript number keeps. */
function keepIdDigits(json: string): string {
  return json.replace(/("client_id"\s*:\s*)(\d+)(?=\s*[,}])/, '$1"$2"');
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ProblemError('app/config-unreadable');
  }
}

function textOrNull(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** A base URL that cannot be used leaves the region for the person to choose. */
function regionOrNull(baseUrl: string | null): Region | null {
  if (baseUrl === null) return null;
  try {
    return regionFromBaseUrl(baseUrl);
  } catch {
    return null;
  }
}
