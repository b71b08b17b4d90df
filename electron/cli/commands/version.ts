import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { ownVersion } from '../own-version.ts';
import { parseOptions, refusePositionals } from '../parse-options.ts';

/** `version`: the number alone in JSON, after the program's name for a person. */
export const version: Command = async (args, { terminal }) => {
  const { positionals, asJson } = parseOptions(args, []);
  refusePositionals(positionals);
  const number = await ownVersion();
  const line = asJson ? JSON.stringify({ version: number }) : `coze-mint ${number}`.trimEnd();
  terminal.out(`${line}\n`);
  return exitCodes.done;
};
