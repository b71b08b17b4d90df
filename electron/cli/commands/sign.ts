import { askServerTime } from '../ask-server-time.ts';
import type { Command, CommandContext } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openHttp } from '../open-http.ts';
import { parseOptions, refusePositionals } from '../parse-options.ts';
import { readAssertionSigner } from '../prepare-assertion.ts';
import { printableJson } from '../printable.ts';
import { regionText } from '../region-text.ts';
import { createServerTime, leavesClock } from '../server-time.ts';
import { signingOptions } from '../signing-options.ts';

/** What is added to the local clock, as the API tells the time; null for nothing. */
async function correctionFor(
  api: string,
  context: CommandContext,
  switches: ReadonlySet<string>,
): Promise<number | null> {
  if (switches.has(leavesClock)) return null;
  const { terminal, say } = context;
  const client = await openHttp(terminal);
  try {
    const time = createServerTime(client, context, switches);
    if (!(await askServerTime(time.http, api, terminal.interruption()))) {
      terminal.err(`${say('clock.not-told', { host: new URL(api).host })}\n`);
    }
    const correction = time.correctionFor(api);
    time.say(api, correction);
    return correction;
  } finally {
    await client.close();
  }
}

/** `sign`: prints a signed assertion that nobody has used yet. */
export const sign: Command = async (args, context) => {
  const { values, switches, positionals, asJson } = parseOptions(args, signingOptions, [leavesClock]);
  refusePositionals(positionals);
  const signer = await readAssertionSigner(values, context);
  const { region } = signer;
  const { jwt, assertion } = await signer.sign(await correctionFor(signer.hosts.api, context, switches));
  const answer = {
    assertion: jwt,
    expires_at: assertion.claims.exp,
    region: regionText(region),
    claims: assertion.claims,
  };
  context.terminal.out(`${asJson ? printableJson(JSON.stringify(answer)) : jwt}\n`);
  return exitCodes.done;
};
