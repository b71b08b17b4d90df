import { decodeFound } from '../../../shared/jwt/decode-found.ts';
import { type FoundToken, mostTokens } from '../../../shared/jwt/find-tokens.ts';
import type { VerificationKey } from '../../keys/verification-key.ts';
import { type CheckedToken, notChecked } from '../checked-token.ts';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { loadFindingsTexts } from '../findings-texts.ts';
import { type OptionValues, parseOptions } from '../parse-options.ts';
import { readInputFile } from '../read-input.ts';
import { isFromStdin, readTokens } from '../read-tokens.ts';
import type { Terminal } from '../terminal.ts';
import { tokensJson } from '../token-json.ts';
import { tokenText } from '../token-text.ts';
import { UsageError } from '../usage-error.ts';

const keyOptions = ['key', 'jwks', 'secret', 'secret-base64url'] as const;
type KeyOptions = OptionValues<(typeof keyOptions)[number]>;

async function readKey(values: KeyOptions, terminal: Terminal): Promise<VerificationKey | null> {
  const given = keyOptions.filter((name) => values[name] !== undefined);
  const [name, second] = given;
  if (name === undefined) return null;
  if (second !== undefined)
    throw new UsageError('usage.conflict', { first: `--${name}`, second: `--${second}` });
  const value = values[name] ?? '';
  if (name === 'secret' || name === 'secret-base64url') {
    const { readSecret } = await import('../../keys/read-secret.ts');
    return readSecret(value, name === 'secret' ? 'text' : 'base64url');
  }
  const { readVerificationKey, verificationKeyLimit } = await import('../../keys/read-verification-key.ts');
  return readVerificationKey(await readInputFile(value, verificationKeyLimit, terminal));
}

async function check(found: FoundToken, key: VerificationKey | null): Promise<CheckedToken> {
  const token = decodeFound(found);
  const { times } = found;
  if (key === null) return { token, times, signature: notChecked, cozeFindings: [] };
  const { checkSignature } = await import('../../tokens/check-signature.ts');
  return { token, times, signature: await checkSignature(found.text, key), cozeFindings: [] };
}

function exitCodeOf(tokens: readonly CheckedToken[], key: VerificationKey | null): ExitCode {
  if (tokens.length === 0 || key?.kind === 'refused') return exitCodes.usage;
  const isFine = tokens.every(({ token, signature }) => {
    const isTrusted = signature.state === 'valid' || signature.state === 'not-checked';
    const findings = [...token.findings, ...(token.nested?.findings ?? [])];
    return isTrusted && !findings.some(({ severity }) => severity === 'error');
  });
  return isFine ? exitCodes.done : exitCodes.no;
}

/** `decode [TEXT]`: finds every JWT in the text, takes it apart, and checks its signature when a key is given. */
export const decode: Command = async (args, context) => {
  const { terminal, say, language } = context;
  const { values, positionals, asJson } = parseOptions(args, keyOptions);
  if (isFromStdin(positionals) && (values.key === '-' || values.jwks === '-')) {
    throw new UsageError('usage.conflict', { first: 'TEXT -', second: '--key -' });
  }
  const key = await readKey(values, terminal);
  const tokens: CheckedToken[] = [];
  const read = await readTokens(positionals, terminal);
  for (const found of read.tokens) tokens.push(await check(found, key));

  const texts = await loadFindingsTexts(language);
  if (asJson) terminal.out(tokensJson(tokens, read.isCut, texts));
  else terminal.out(tokens.map((token) => tokenText(token, { ...context, texts })).join('\n———\n\n'));
  if (tokens.length === 0) terminal.err(`${say('decode.nothing-found')}\n`);
  if (read.isCut) terminal.err(`${say('decode.cut', { count: mostTokens })}\n`);
  if (key?.kind === 'refused')
    terminal.err(`${say('decode.key-refused', { reason: texts[`reason.${key.reason}`] })}\n`);
  return exitCodeOf(tokens, key);
};
