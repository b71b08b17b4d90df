import { parseArgs } from 'node:util';
import { checkLanguage } from './language.ts';
import { UsageError } from './usage-error.ts';

/** What was given for each of a command's options; all of them take text. */
export type OptionValues<Name extends string> = { readonly [Each in Name]?: string };

export interface ParsedOptions<Name extends string> {
  readonly values: OptionValues<Name>;
  readonly positionals: readonly string[];
  /** `--json` was given. */
  readonly asJson: boolean;
  /** Those of the command's switches that were given. */
  readonly switches: ReadonlySet<string>;
  /** Every value of an option that may be repeated, in order. */
  readonly listOf: (name: string) => readonly string[];
}

function toUsageError(thrown: unknown): unknown {
  if (!(thrown instanceof TypeError) || !('code' in thrown)) return thrown;
  const option = /'[^'-]*(-[^' ,=]*)/.exec(thrown.message)?.[1] ?? '';
  switch (thrown.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return new UsageError('usage.unknown-option', { option });
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return thrown.message.includes('does not take')
        ? new UsageError('usage.no-value', { option })
        : new UsageError('usage.missing-value', { option });
    default:
      return thrown;
  }
}

/**
 * Joins a value that begins with one dash to its option, which parseArgs would take for a short option: one in 64 key
 * ids begins so. `-h` and what begins with two dashes stay options, so that a forgotten value is noticed.
 *
 * @param takesValue - the names of the options that take a value
 */
function joinDashedValues(args: readonly string[], takesValue: ReadonlySet<string>): readonly string[] {
  const joined: string[] = [];
  let option: string | null = null;
  for (const [index, arg] of args.entries()) {
    if (arg === '--') return [...joined, ...args.slice(index)];
    if (option !== null && /^-[^-]/.test(arg) && arg !== '-h') {
      joined[joined.length - 1] = `${option}=${arg}`;
      option = null;
      continue;
    }
    joined.push(arg);
    option = takesValue.has(arg) ? arg : null;
  }
  return joined;
}

function parseStrictly(
  args: readonly string[],
  names: readonly string[],
  switches: readonly string[],
  lists: readonly string[] = [],
) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const common = { lang: text, help: { ...flag, short: 'h' } };
  const list = { type: 'string', multiple: true } as const;
  const own = [
    ...names.map((name) => [name, text]),
    ...switches.map((name) => [name, flag]),
    ...lists.map((name) => [name, list]),
  ];
  const options = { ...Object.fromEntries(own), ...common };
  const takesValue = new Set([...names, ...lists, 'lang'].map((name) => `--${name}`));
  try {
    const { values, positionals } = parseArgs({
      args: [...joinDashedValues(args, takesValue)],
      options,
      allowPositionals: true,
      strict: true,
    });
    const given: Readonly<Record<string, unknown>> = values;
    checkLanguage(typeof given['lang'] === 'string' ? given['lang'] : undefined);
    return { given, positionals };
  } catch (thrown) {
    throw toUsageError(thrown);
  }
}

/**
 * Parses a command's options, and `--json` and `--lang` with them. Of an option that is given twice the last one
 * counts, unless it may be repeated.
 *
 * @param switches - options without a value
 * @param lists - options that may be repeated
 * @throws UsageError for an unknown option, a value that is missing or not allowed
 */
export function parseOptions<const Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  switches: readonly string[] = [],
  lists: readonly string[] = [],
): ParsedOptions<Name> {
  const { given, positionals } = parseStrictly(args, names, ['json', ...switches], lists);
  const texts = names.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]]] : []));
  return {
    values: Object.fromEntries(texts) as OptionValues<Name>,
    positionals,
    asJson: given['json'] === true,
    switches: new Set(switches.filter((name) => given[name] === true)),
    listOf: (name) => {
      const list = given[name];
      return Array.isArray(list) ? list.map(String) : [];
    },
  };
}

/**
 * The words of a command that has no options of its own and nothing to say in JSON: `--lang` is all that it takes.
 *
 * @throws UsageError for any other option
 */
export function parseOperands(args: readonly string[]): readonly string[] {
  return parseStrictly(args, [], []).positionals;
}

/** @throws UsageError when there is anything beside options */
export function refusePositionals(positionals: readonly string[]): void {
  const [first] = positionals;
  if (first !== undefined) throw new UsageError('usage.unexpected-argument', { argument: first });
}
