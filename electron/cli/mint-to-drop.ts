import { buildAssertion, defaultAssertionLifetime } from '../../shared/coze/assertion.ts';
import { epochMilliseconds, toEpochSeconds } from '../../shared/time.ts';
import type { Patient } from '../doctor/patient.ts';
import { loadSigner } from '../tokens/load-signer.ts';
import { signAssertion } from '../tokens/sign-assertion.ts';
import { type PatientOnFile, signerKeyOf } from './doctor-patient.ts';
import { exchangeOnServerClock } from './exchange-on-server-clock.ts';
import type { SignedAssertion } from './prepare-assertion.ts';
import type { ServerTime } from './server-time.ts';
import type { Terminal } from './terminal.ts';

/** How the command line's patient mints: as `mint` does; the token lives in memory until the command ends. */
export function mintToDrop(
  patient: PatientOnFile,
  time: ServerTime,
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
      const { sessionName, device } = app.defaults;

      async function sign(correctionMs: number | null): Promise<SignedAssertion> {
        const assertion = buildAssertion({
          clientId: app.clientId,
          kid: key.kid,
          audience: hosts.audience,
          now: toEpochSeconds(epochMilliseconds(clock.now() + (correctionMs ?? 0))),
          lifetimeSeconds: defaultAssertionLifetime,
          jti: Buffer.from(randomBytes(32)).toString('base64url'),
          sessionName,
          device,
        });
        return { jwt: await signAssertion(signer, assertion), assertion };
      }

      const { variant, defaults: options } = app;
      const asked = { hosts, variant, options, sign };
      const { accessToken, logId } = await exchangeOnServerClock(asked, time, clock, signal);
      text = accessToken;
      return { id: 'dropped', logId, options: app.defaults };
    },
  };
}
