import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { parseOptions, refusePositionals } from '../parse-options.ts';
import { prepareAssertion, regionText } from '../prepare-assertion.ts';
import { printableJson } from '../printable.ts';
import { signingOptions } from '../signing-options.ts';

/** `sign`: prints a signed assertion that nobody has used yet. */
export const sign: Command = async (args, context) => {
  const { values, positionals, asJson } = parseOptions(args, signingOptions);
  refusePositionals(positionals);
  const { jwt, assertion, region } = await prepareAssertion(values, context);
  const answer = {
    assertion: jwt,
    expires_at: assertion.claims.exp,
    region: regionText(region),
    claims: assertion.claims,
  };
  context.terminal.out(`${asJson ? printableJson(JSON.stringify(answer)) : jwt}\n`);
  return exitCodes.done;
};
