import { type Command, isCommandName } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { parseOperands, refusePositionals } from '../parse-options.ts';
import { unknownCommand } from '../unknown-command.ts';

/** `help [COMMAND]`: what each command is for, or all about one. */
export const help: Command = async (args, { terminal, say }) => {
  const [topic, ...more] = parseOperands(args);
  refusePositionals(more);
  if (topic !== undefined && !isCommandName(topic)) throw unknownCommand(topic);
  terminal.out(`${say(topic === undefined ? 'help.all' : `help.${topic}`)}\n`);
  return exitCodes.done;
};
