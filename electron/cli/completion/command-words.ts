import { type CommandName, commandNames } from '../command.ts';

/** What a shell offers as the value of an option or as an operand. */
export type WordKind =
  /** Nothing: a person has to know. */
  | 'text'
  | 'file'
  /** `@FILE`, or text. */
  | 'at-file'
  | 'app'
  | 'key'
  | 'endpoint'
  /** A method or an endpoint. */
  | 'target'
  | { readonly words: readonly string[] };

export interface CommandWords {
  /** By position; those after the last are like it. */
  readonly operands: readonly WordKind[];
  /** Null: the option takes no value. */
  readonly options: Readonly<Record<string, WordKind | null>>;
}

const region = { words: ['cn', 'com', 'http://127.0.0.1:'] } as const;

const common: CommandWords['options'] = { lang: { words: ['zh', 'en'] }, help: null };
const json: CommandWords['options'] = { json: null };

/** Those that have nothing to say in JSON. */
const withoutJson: ReadonlySet<CommandName> = new Set(['completion', 'help']);

const signing: CommandWords['options'] = {
  app: 'app',
  'client-id': 'text',
  kid: 'text',
  key: 'file',
  region,
  'account-id': 'text',
  'enterprise-id': 'text',
  duration: { words: ['900', '3600', '86399'] },
  'session-name': 'text',
  'device-id': 'text',
  'custom-consumer': 'text',
  scope: 'at-file',
};

const byClock: CommandWords['options'] = { ...signing, 'no-clock-correction': null };

/** What follows the word after the command. */
export const actionOperands: Readonly<Record<string, WordKind>> = {
  'keys import': 'file',
  'keys remove': 'key',
  'apps import': 'file',
  'apps remove': 'app',
};

const own: Readonly<Record<CommandName, CommandWords>> = {
  decode: {
    operands: ['text'],
    options: { key: 'file', jwks: 'file', secret: 'text', 'secret-base64url': 'text' },
  },
  lint: { operands: ['text'], options: { region, at: 'text' } },
  sign: { operands: [], options: byClock },
  mint: { operands: [], options: byClock },
  call: {
    operands: ['target', 'text'],
    options: {
      ...byClock,
      token: 'text',
      'no-token': null,
      path: 'text',
      query: 'text',
      header: 'text',
      data: 'at-file',
      file: 'at-file',
      include: null,
      text: null,
      output: 'file',
    },
  },
  keys: {
    operands: [{ words: ['list', 'import', 'remove'] }],
    options: { label: 'text', kid: 'text', yes: null },
  },
  apps: {
    operands: [{ words: ['list', 'import', 'add', 'remove'] }],
    options: {
      name: 'text',
      'client-id': 'text',
      region,
      type: { words: ['channel', 'developer'] },
      'account-id': 'text',
      'enterprise-id': 'text',
      key: 'key',
      kid: 'text',
      yes: null,
    },
  },
  doctor: {
    operands: [],
    options: { ...byClock, endpoint: 'endpoint', 'try-other-region': null, 'go-on': null },
  },
  practice: { operands: [], options: { port: 'text', state: 'file' } },
  serve: { operands: [], options: { port: 'text', 'no-open': null } },
  completion: {
    operands: [{ words: ['bash', 'zsh', 'fish', 'apps', 'keys', 'endpoints'] }],
    options: {},
  },
  help: { operands: [{ words: commandNames }], options: {} },
  version: { operands: [], options: {} },
};

/** Every command with everything that it takes, in the order of the help. */
export const commandWords: readonly (CommandWords & { readonly name: CommandName })[] = commandNames.map(
  (name) => ({
    name,
    operands: own[name].operands,
    options: { ...own[name].options, ...(withoutJson.has(name) ? {} : json), ...common },
  }),
);

/** Every option that takes no value, of any command. */
export function switchNames(): readonly string[] {
  const names = commandWords.flatMap(({ options }) =>
    Object.entries(options).flatMap(([name, kind]) => (kind === null ? [`--${name}`] : [])),
  );
  return [...new Set(names)];
}
