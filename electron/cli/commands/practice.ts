import { errorCode } from '../../../shared/error-code.ts';
import { createPracticeCoze, type PracticeCoze, practiceWorld } from '../../practice/practice-coze.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { parseOptions, refusePositionals } from '../parse-options.ts';
import { keepPracticeKey, makePracticeKey } from '../practice-key.ts';
import { readPort } from '../read-port.ts';
import { untilAborted } from '../until-aborted.ts';
import { UsageError } from '../usage-error.ts';

async function listen(coze: PracticeCoze, port: number): Promise<string> {
  try {
    return await coze.start(port);
  } catch (thrown) {
    throw new UsageError('practice.cannot-listen', { port, reason: errorCode(thrown) });
  }
}

/**
 * `practice`: serves practice Coze until it is interrupted, which is how it ends when all is well, after one line of
 * JSON about how to use it. The admin key in it breaks practice Coze on purpose, for this run and on loopback only; no
 * file holds it.
 */
export const practice: Command = async (args, { terminal, say }) => {
  const { values, positionals } = parseOptions(args, ['port', 'state']);
  refusePositionals(positionals);
  const port = readPort(values.port);
  if (values.state === '') throw new UsageError('usage.missing-value', { option: '--state' });
  const interruption = terminal.interruption();
  const coze = createPracticeCoze({ clock: terminal.clock, randomBytes: terminal.randomBytes });
  const key =
    values.state === undefined
      ? await makePracticeKey(terminal)
      : await keepPracticeKey(values.state, terminal);
  try {
    const { clientId, kid, publicKeyPem, privateKeyFile } = key;
    coze.registerApp({ clientId, name: 'Practice', type: 'channel', keys: [{ kid, publicKeyPem }] });
    const url = await listen(coze, port);
    const { botIds, workspaceId, accountId, enterpriseId } = practiceWorld;
    const line = {
      url,
      client_id: clientId,
      kid,
      private_key_file: privateKeyFile,
      bot_ids: botIds,
      workspace_id: workspaceId,
      account_id: accountId,
      enterprise_id: enterpriseId,
      admin_key: coze.adminKey,
    };
    terminal.out(`${JSON.stringify(line)}\n`);
    // Without the key: what a script says on standard error is often kept.
    terminal.err(`${say('practice.serving', { url })}\n${say('practice.faults', { url })}\n`);
    await untilAborted(interruption);
    return exitCodes.done;
  } finally {
    await coze.stop();
    await key.remove();
  }
};
