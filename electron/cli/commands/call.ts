import { checkRequest, openRequest } from '../../console/open-request.ts';
import { readTokenSource } from '../access-token.ts';
import { readCallBody } from '../call-body.ts';
import { callOptions } from '../call-options.ts';
import { type NamedValue, readCallTarget, readPairs } from '../call-target.ts';
import type { Command } from '../command.ts';
import { openHttp } from '../open-http.ts';
import { parseOptions } from '../parse-options.ts';
import { type AnswerWishes, printAnswer } from '../print-answer.ts';
import { UsageError } from '../usage-error.ts';

async function loadEndpoints() {
  return (await import('../../../shared/coze/endpoints.ts')).endpoints;
}

function hasType(headers: readonly NamedValue[]): boolean {
  return headers.some(([name]) => name.toLowerCase() === 'content-type');
}

/** @throws UsageError for two forms at once */
function readWishes(
  switches: ReadonlySet<string>,
  asJson: boolean,
  output: string | undefined,
): AnswerWishes {
  if (asJson && switches.has('text'))
    throw new UsageError('usage.conflict', { first: '--json', second: '--text' });
  return {
    form: asJson ? 'json' : switches.has('text') ? 'message' : 'as-it-is',
    withHead: switches.has('include'),
    output: output ?? null,
  };
}

/** `call METHOD PATH` or `call ENDPOINT_ID`: one API request, its answer printed while it comes. */
export const call: Command = async (args, context) => {
  const { terminal } = context;
  const { texts, switches: flags, lists } = callOptions;
  const { values, positionals, asJson, switches, listOf } = parseOptions(args, texts, flags, lists);
  const wishes = readWishes(switches, asJson, values.output);
  const target = await readCallTarget(positionals, readPairs('--path', listOf('path'), '='), loadEndpoints);
  const query = readPairs('--query', listOf('query'), '=');
  const given = readPairs('--header', listOf('header'), ':');
  const { body, contentType } = await readCallBody(values.data, listOf('file'), !hasType(given), terminal);
  const headers: readonly NamedValue[] =
    contentType === null
      ? given
      : [...given.filter(([name]) => name.toLowerCase() !== 'content-type'), ['Content-Type', contentType]];

  const source = await readTokenSource(values, switches, context);
  // Only from here on: a keychain that asks for a password is left by Ctrl+C at once.
  const signal = terminal.interruption();
  const request = { ...target, query, headers, body, api: source.hosts.api, signal };
  checkRequest(request, source.hasToken);
  const http = await openHttp(terminal);
  try {
    const token = await source.token(http, signal);
    const answer = await openRequest(http, { ...request, token });
    return await printAnswer(answer, wishes, context);
  } finally {
    await http.close();
  }
};
