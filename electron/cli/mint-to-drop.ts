import { buildAssertion, defaultAssertionLifetime } from '../../shared/coze/assertion.ts';
import { toEpochSeconds } from '../../shared/time.ts';
import type { Patient } from '../doctor/patient.ts';
import type { HttpClient } from '../http/client.ts';
import { exchangeAssertion } from '../tokens/exchange.ts';
import { loadSigner } from '../tokens/load-signer.ts';
import { signAssertion } from '../tokens/sign-assertion.ts';
import { type PatientOnFile, signerKeyOf } from './doctor-patient.ts';
import type { Terminal } from './terminal.ts';

/** How the command line's patient mints: as `mint` does; the token lives in memory until the command ends. */
export function mintToDrop(
  patient: PatientOnFile,
  http: HttpClient,
  { clock, randomBytes }: Terminal,
): Pick<Patient, 'mint' | 'tokenText'> {
  const { app } = patient;
  let text = '';
  return {
    tokenText: () => text,
    mint: async (signal) => {
      const key = signerKeyOf(patient);
      const hosts = await patient.hosts();
      const pkcs8 = await patient.privateHalf(key);
      const signer = await loadSigner(pkcs8).finally(() => pkcs8.fill(0));
      const { sessionName, device, durationSeconds, scope } = app.defaults;
      const assertion = buildAssertion({
        clientId: app.clientId,
        kid: key.kid,
        audience: hosts.audience,
        now: toEpochSeconds(clock.now()),
        lifetimeSeconds: defaultAssertionLifetime,
        jti: Buffer.from(randomBytes(32)).toString('base64url'),
        sessionName,
        device,
      });
      const jwt = await signAssertion(signer, assertion);
      const { variant } = app;
      const asked = { http, clock, hosts, variant, assertion: jwt, durationSeconds, scope, signal };
      const { accessToken, logId } = await exchangeAssertion(asked);
      text = accessToken;
      return { id: 'dropped', logId, options: app.defaults };
    },
  };
}
