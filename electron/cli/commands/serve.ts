import { addAbortSignal, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { errorCode } from '../../../shared/error-code.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { findScreens } from '../../loopback/find-screens.ts';
import { openBrowser } from '../../loopback/open-browser.ts';
import { type Loopback, serveLoopback } from '../../loopback/serve-loopback.ts';
import type { Command, CommandContext } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { ownVersion } from '../own-version.ts';
import { parseOptions, refusePositionals } from '../parse-options.ts';
import { profileFolder } from '../profile-folder.ts';
import { readPort } from '../read-port.ts';
import { untilAborted } from '../until-aborted.ts';
import { UsageError } from '../usage-error.ts';

async function start(port: number, { terminal, language, say }: CommandContext): Promise<Loopback> {
  const screens = findScreens(fileURLToPath(import.meta.url));
  if (screens === null) throw new UsageError('serve.no-screens');
  try {
    return await serveLoopback({
      screens,
      port,
      language,
      dataFolder: profileFolder(terminal),
      keychain: await terminal.keychain(),
      version: await ownVersion(),
      onBrowser: () => terminal.err(`${say('serve.browser-came')}\n`),
    });
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    throw new UsageError('serve.cannot-listen', { port, reason: errorCode(thrown) });
  }
}

/**
 * Calls `onLine` for every line of standard input, until it ends; what the lines say is nobody's matter. Once `signal` is
 * aborted the input is closed: its other end may stay open for as long as it likes.
 */
async function eachLine(
  stdin: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  onLine: () => void,
): Promise<void> {
  if (stdin instanceof Readable) addAbortSignal(signal, stdin);
  for await (const part of stdin) {
    for (const byte of part) if (byte === 0x0a) onLine();
  }
}

/**
 * `serve`: the screens in a browser until it is interrupted, which is how it ends when all is well. Standard output holds links and nothing else, one a line:
 * the first at once, another one for each line of standard input.
 *
 * While the desktop app has the same data open, this is refused: each of the two would write the profile as it knows it,
 * and undo what the other one did.
 */
export const serve: Command = async (args, context) => {
  const { terminal, say } = context;
  const { values, positionals, asJson, switches } = parseOptions(args, ['port'], ['no-open']);
  refusePositionals(positionals);
  const port = readPort(values.port);
  const interruption = terminal.interruption();
  const loopback = await start(port, context);
  const print = () => {
    const link = loopback.newLink();
    terminal.out(`${asJson ? JSON.stringify({ link }) : link}\n`);
    return link;
  };
  try {
    const link = print();
    terminal.err(`${say('serve.serving')}\n`);
    if (!switches.has('no-open')) openBrowser({ platform: process.platform, env: terminal.env }, link);
    void eachLine(terminal.stdin, interruption, print).catch(() => undefined);
    await untilAborted(interruption);
    return exitCodes.done;
  } finally {
    await loopback.close();
  }
};
