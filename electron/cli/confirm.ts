import type { CommandContext } from './command.ts';
import { UsageError } from './usage-error.ts';

/**
 * Asks the person at the terminal; `--yes` answers beforehand. Anything but a yes is a no.
 *
 * @throws UsageError where nobody can be asked; an `AbortError` on Ctrl+C
 */
export async function confirm(
  question: string,
  switches: ReadonlySet<string>,
  { terminal, say }: CommandContext,
): Promise<boolean> {
  if (switches.has('yes')) return true;
  const answer = await terminal.ask(`${question} ${say('confirm.choices')} `);
  if (answer === null) throw new UsageError('usage.needs-yes');
  return /^(?:y|yes|是)$/i.test(answer.trim());
}
