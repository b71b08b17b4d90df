import type { Patient } from '../doctor/patient.ts';
import { loadSigner } from '../tokens/load-signer.ts';
import { type PatientOnFile, signerKeyOf } from './doctor-patient.ts';
import { exchangeOnServerClock } from './exchange-on-server-clock.ts';
import type { ServerTime } from './server-time.ts';
import { signWith } from './sign-with.ts';
import type { Terminal } from './terminal.ts';

/** How the command line's patient mints: as `mint` does; the token lives in memory until the command ends. */
export function mintToDrop(
  patient: PatientOnFile,
  time: ServerTime,
  terminal: Terminal,
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
      const { clientId, variant, defaults: options } = app;
      const sign = signWith(signer, { clientId, kid: key.kid, audience: hosts.audience, options }, terminal);
      const asked = { hosts, variant, options, sign };
      const { accessToken, logId } = await exchangeOnServerClock(asked, time, terminal.clock, signal);
      text = accessToken;
      return { id: 'dropped', logId, options: app.defaults };
    },
  };
}
