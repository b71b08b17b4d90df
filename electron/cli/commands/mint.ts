import { epochMilliseconds } from '../../../shared/time.ts';
import type { Command } from '../command.ts';
import { exchangeOnServerClock } from '../exchange-on-server-clock.ts';
import { exitCodes } from '../exit-codes.ts';
import { formatTime } from '../format-time.ts';
import { openHttp } from '../open-http.ts';
import { parseOptions, refusePositionals } from '../parse-options.ts';
import { readAssertionSigner } from '../prepare-assertion.ts';
import { printableJson } from '../printable.ts';
import { regionText } from '../region-text.ts';
import { createServerTime, leavesClock } from '../server-time.ts';
import { showProblem } from '../show-problem.ts';
import { signingOptions } from '../signing-options.ts';

/** `mint`: signs an assertion, exchanges it, and prints the access token. */
export const mint: Command = async (args, context) => {
  const { terminal, say, language } = context;
  const { values, switches, positionals, asJson } = parseOptions(args, signingOptions, [leavesClock]);
  refusePositionals(positionals);
  const signer = await readAssertionSigner(values, context);
  const { kid, region, hosts, variant, options } = signer;
  const { durationSeconds } = options;
  const { clock } = terminal;
  const http = await openHttp(terminal);
  const time = createServerTime(http, context, switches);
  try {
    const exchanged = await exchangeOnServerClock(signer, time, clock, terminal.interruption());
    const answer = {
      access_token: exchanged.accessToken,
      expires_at: exchanged.expiresAt,
      duration_seconds: durationSeconds,
      region: regionText(region),
      log_id: exchanged.logId,
      claims: exchanged.assertion.claims,
    };
    if (asJson) {
      terminal.out(`${printableJson(JSON.stringify(answer))}\n`);
    } else {
      const serverNow = epochMilliseconds(clock.now() + exchanged.clockOffsetMs);
      terminal.out(`${exchanged.accessToken}\n`);
      terminal.err(
        `${say('mint.expires', { time: formatTime(exchanged.expiresAt, serverNow, language) })}\n`,
      );
    }
    return exitCodes.done;
  } catch (thrown) {
    const facts = {
      region,
      variant: variant.kind,
      kid,
      candidates: [],
      keyCreatedAt: null,
      clockOffsetMs: time.clock.offsetOf(hosts.api) ?? 0,
      now: clock.now(),
    };
    return showProblem(thrown, { ...context, asJson, facts });
  } finally {
    await http.close();
  }
};
