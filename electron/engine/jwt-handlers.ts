import type { Handlers, ParsedInput } from '../../shared/bridge.ts';
import { decodeToken } from '../../shared/jwt/decode-token.ts';
import { headerText } from '../../shared/jwt/header-text.ts';
import type { JwtCheck } from '../../shared/jwt/signature-check.ts';
import type { SigningAlgorithm } from '../../shared/jwt/signing-algorithms.ts';
import { heldKeysWith } from '../keys/held-keys.ts';
import { readSecret } from '../keys/read-secret.ts';
import { readVerificationKey, verificationKeyLimit } from '../keys/read-verification-key.ts';
import type { VerificationKey } from '../keys/verification-key.ts';
import { checkSignature } from '../tokens/check-signature.ts';
import { signJwt } from '../tokens/sign-jwt.ts';
import type { EngineContext } from './context.ts';

type CheckKey = ParsedInput<'jwt.check'>['key'];

/** A file may hold a private key: its bytes are wiped when its public half was read. */
function readFileKey(bytes: Uint8Array): VerificationKey {
  try {
    return readVerificationKey(bytes);
  } finally {
    bytes.fill(0);
  }
}

async function check(token: string, key: VerificationKey, fileName: string | null): Promise<JwtCheck> {
  const readAs = key.kind === 'keys' ? { form: key.form, count: key.keys.length } : null;
  return { ...(await checkSignature(token, key)), readAs, fileName };
}

/**
 * Signatures of any JWT: checked offline and without the keychain, with keys and secrets that are not kept; made with a
 * stored key, and only because a call asks for it.
 */
export function jwtHandlers(
  context: Pick<EngineContext, 'host' | 'profile' | 'clock' | 'signers' | 'activity'>,
): Pick<Handlers, 'jwt.check' | 'jwt.pickKey' | 'jwt.sign'> {
  const { host, profile, clock, signers, activity } = context;

  function read(token: string, key: CheckKey): VerificationKey {
    switch (key.kind) {
      case 'text':
        return readVerificationKey(key.text);
      case 'bytes':
        return readFileKey(Buffer.from(key.base64, 'base64'));
      case 'secret':
        return readSecret(key.text, key.encoding, { allowKeyText: true });
      case 'held':
        return heldKeysWith(headerText(decodeToken(token), 'kid'), profile.get().keys);
    }
  }

  return {
    'jwt.check': async ({ token, key }) =>
      check(token, read(token, key), key.kind === 'bytes' && key.fileName !== '' ? key.fileName : null),
    'jwt.pickKey': async ({ token }, { signal }) => {
      const file = await host.pickFile(verificationKeyLimit, 'check-signature');
      signal.throwIfAborted();
      return file === null ? null : check(token, readFileKey(file.bytes), file.name.slice(0, 255));
    },
    'jwt.sign': async ({ keyId, header, payload }, { signal }) => {
      const key = profile.key(keyId);
      const services = { clock, record: activity.add };
      const signer = (algorithm: SigningAlgorithm) => signers.get(keyId, algorithm);
      return { jwt: await signJwt(services, { header, payload, key, signer, signal }) };
    },
  };
}
