import { lintAssertion } from '../../../shared/coze/lint/lint-assertion.ts';
import type { LintContext } from '../../../shared/coze/lint/lint-context.ts';
import { hostsOfRegion } from '../../../shared/coze/region.ts';
import { describeLintFinding } from '../../../shared/i18n/describe-lint-finding.ts';
import { decodeFound } from '../../../shared/jwt/decode-found.ts';
import { type FoundToken, mostTokens } from '../../../shared/jwt/find-tokens.ts';
import { visibleText } from '../../../shared/text/visible-text.ts';
import {
  type EpochSeconds,
  epochSeconds,
  toEpochMilliseconds,
  toEpochSeconds,
} from '../../../shared/time.ts';
import { type CheckedToken, notChecked } from '../checked-token.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { loadFindingsTexts } from '../findings-texts.ts';
import type { Language } from '../language.ts';
import { parseOptions } from '../parse-options.ts';
import { readTokens } from '../read-tokens.ts';
import { readRegion } from '../signing-options.ts';
import type { Terminal } from '../terminal.ts';
import { tokensJson } from '../token-json.ts';
import { tokenText } from '../token-text.ts';
import { UsageError } from '../usage-error.ts';

/** @throws UsageError for anything but whole seconds since 1970, up to the year 5138 */
function readMoment(text: string): EpochSeconds {
  if (/^\d{1,11}$/.test(text)) return epochSeconds(Number(text));
  throw new UsageError('usage.bad-value', { option: '--at', value: text, expected: '0–99999999999' });
}

function terminalAt(terminal: Terminal, at: EpochSeconds): Terminal {
  return { ...terminal, clock: { now: () => toEpochMilliseconds(at) } };
}

function lintFound(found: FoundToken, context: LintContext, language: Language): CheckedToken {
  const token = decodeFound(found);
  const cozeFindings = lintAssertion(token, context).map((finding) => {
    const { code, severity, segment, offset, path, source, fix } = finding;
    const description = describeLintFinding(finding, language, visibleText);
    return { code, severity, segment, offset, path, ...description, source, fix };
  });
  return { token, times: found.times, signature: notChecked, cozeFindings };
}

/** `lint [TEXT]`: takes every JWT in the text apart, and says what Coze would say to it as an assertion. */
export const lint: Command = async (args, context) => {
  const { say, language } = context;
  const { values, positionals, asJson } = parseOptions(args, ['region', 'at']);
  const now = values.at === undefined ? toEpochSeconds(context.terminal.clock.now()) : readMoment(values.at);
  const hosts = hostsOfRegion(readRegion(values.region ?? 'cn'), null);
  const terminal = terminalAt(context.terminal, now);
  const read = await readTokens(positionals, terminal);
  const tokens = read.tokens.map((found) => lintFound(found, { hosts, now }, language));

  const page = { ...context, terminal, texts: await loadFindingsTexts(language) };
  if (asJson) terminal.out(tokensJson(tokens, read.isCut, page.texts));
  else terminal.out(tokens.map((token) => tokenText(token, page)).join('\n———\n\n'));
  if (tokens.length === 0) {
    terminal.err(`${say('decode.nothing-found')}\n`);
    return exitCodes.usage;
  }
  if (read.isCut) terminal.err(`${say('decode.cut', { count: mostTokens })}\n`);
  const isRefused = tokens.some(({ token, cozeFindings }) =>
    [...token.findings, ...cozeFindings].some(({ severity }) => severity === 'error'),
  );
  if (!asJson && !isRefused && !read.isCut)
    terminal.err(`${say('lint.no-errors', { audience: hosts.audience })}\n`);
  return isRefused ? exitCodes.no : exitCodes.done;
};
