import { createHttpClient } from '../../http/client.ts';
import { exchangeAssertion } from '../../tokens/exchange.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { formatTime } from '../format-time.ts';
import { parseOptions, refusePositionals } from '../parse-options.ts';
import { prepareAssertion, regionText } from '../prepare-assertion.ts';
import { printableJson } from '../printable.ts';
import { showProblem } from '../show-problem.ts';
import { signingOptions } from '../signing-options.ts';

/** `mint`: signs an assertion, exchanges it, and prints the access token. */
export const mint: Command = async (args, context) => {
  const { terminal, say, language } = context;
  const { values, positionals, asJson } = parseOptions(args, signingOptions);
  refusePositionals(positionals);
  const { jwt, assertion, region, hosts, variant, options } = await prepareAssertion(values, context);
  const { durationSeconds, scope } = options;
  const { clock } = terminal;
  const http = createHttpClient({ clock });
  try {
    const exchanged = await exchangeAssertion({
      http,
      clock,
      hosts,
      variant,
      assertion: jwt,
      durationSeconds,
      scope,
      signal: terminal.interruption(),
    });
    const answer = {
      access_token: exchanged.accessToken,
      expires_at: exchanged.expiresAt,
      duration_seconds: durationSeconds,
      region: regionText(region),
      log_id: exchanged.logId,
      claims: assertion.claims,
    };
    if (asJson) {
      terminal.out(`${printableJson(JSON.stringify(answer))}\n`);
    } else {
      terminal.out(`${exchanged.accessToken}\n`);
      terminal.err(
        `${say('mint.expires', { time: formatTime(exchanged.expiresAt, clock.now(), language) })}\n`,
      );
    }
    return exitCodes.done;
  } catch (thrown) {
    const facts = {
      region,
      variant: variant.kind,
      kid: assertion.header.kid,
      candidates: [],
      keyCreatedAt: null,
      clockOffsetMs: 0,
      now: clock.now(),
    };
    return showProblem(thrown, { ...context, asJson, facts });
  } finally {
    await http.close();
  }
};
