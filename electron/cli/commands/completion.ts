import type { Command, CommandContext } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { parseOperands } from '../parse-options.ts';
import { printable } from '../printable.ts';
import { readAction } from '../read-action.ts';

/** What the help of all commands says about one. */
function summaries({ say }: CommandContext): (name: string) => string {
  const lines = say('help.all').split('\n');
  return (name) => {
    const line = lines.find((candidate) => candidate.startsWith(`  ${name} `)) ?? '';
    return /^ {2}\S+(?: \S+)*? {2,}(.*)$/.exec(line)?.[1] ?? '';
  };
}

async function names(what: 'apps' | 'keys', { terminal }: CommandContext): Promise<readonly string[]> {
  const { loadProfileIfAny } = await import('../stored-app.ts');
  const profile = await loadProfileIfAny(terminal);
  if (profile === null) return [];
  return what === 'apps' ? profile.apps.map(({ name }) => name) : profile.keys.map(({ label }) => label);
}

/** What can be called from here. */
async function endpointIds(): Promise<readonly string[]> {
  const { endpoints } = await import('../../../shared/coze/endpoints.ts');
  return endpoints.filter(({ host, streaming }) => host === null && streaming !== 'ws').map(({ id }) => id);
}

/** `completion bash|zsh|fish`: the shell's script. `completion apps|keys|endpoints`: the words that it looks up. */
export const completion: Command = async (args, context) => {
  const { terminal } = context;
  const shells = { bash: 0, zsh: 0, fish: 0, apps: 0, keys: 0, endpoints: 0 };
  const { action } = readAction(parseOperands(args), shells);
  const listed = (words: readonly string[]) => words.map((word) => `${printable(word)}\n`).join('');
  switch (action) {
    case 'bash':
      terminal.out((await import('../completion/bash-script.ts')).bashScript());
      break;
    case 'zsh':
      terminal.out((await import('../completion/zsh-script.ts')).zshScript(summaries(context)));
      break;
    case 'fish':
      terminal.out((await import('../completion/fish-script.ts')).fishScript(summaries(context)));
      break;
    case 'apps':
    case 'keys':
      terminal.out(listed(await names(action, context)));
      break;
    case 'endpoints':
      terminal.out(listed(await endpointIds()));
  }
  return exitCodes.done;
};
