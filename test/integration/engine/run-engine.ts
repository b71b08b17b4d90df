import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { createDispatcher } from '../../../electron/bridge-dispatch.ts';
import { createEngine, type Engine, type HostNotice, type PickedFile } from '../../../electron/engine.ts';
import { createHttpClient } from '../../../electron/http/client.ts';
import { createNetwork } from '../../../electron/http/network.ts';
import type { KeyVault } from '../../../electron/keys/key-vault.ts';
import { createMemoryVault } from '../../../electron/keys/memory-vault.ts';
import { createPinVault } from '../../../electron/keys/pin-vault.ts';
import { createProxyVault, passwordsFrom } from '../../../electron/keys/proxy-vault.ts';
import type { SecretStore } from '../../../electron/keys/secret-store.ts';
import { createTokenVault } from '../../../electron/keys/token-vault.ts';
import { createVariableVault } from '../../../electron/keys/variable-vault.ts';
import { createPracticeCoze, type PracticeCoze } from '../../../electron/practice/practice-coze.ts';
import { type SteadyClock, systemSteadyClock, systemTimers } from '../../../electron/tokens/timers.ts';
import type { BridgeEvent, CallInput, CallName, CallOutput, Reply } from '../../../shared/bridge.ts';
import type { ConsoleRun, RunRequest } from '../../../shared/console-run.ts';
import { hasEnded } from '../../../shared/has-ended.ts';
import type { Problem } from '../../../shared/problem.ts';
import { type Clock, epochMilliseconds } from '../../../shared/time.ts';
import type { TokenSource } from '../../../shared/token-source.ts';
import { createMemorySecretStore } from '../../electron/keys/memory-secret-store.ts';

export const systemClock: Clock = { now: () => epochMilliseconds(Date.now()) };

/** A machine with a data folder, a keychain and a clipboard, on which the app can be started many times. */
export interface TestMachine {
  readonly folder: string;
  readonly vault: KeyVault;
  readonly clipboard: { text: string };
  /** What the next file dialog gives. */
  readonly picked: { file: PickedFile | null; waiting?: Promise<void> };
  readonly opened: string[];
  /** The notices that are shown, by id. */
  readonly notices: Map<string, HostNotice>;
  /** Everything that crossed the bridge outward: replies and events, as JSON. */
  readonly crossed: string[];
  readonly start: () => Promise<RunningApp>;
  /** Every file in the data folder, by name. */
  readonly files: () => Promise<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

export interface RunningApp {
  readonly engine: Engine;
  readonly practice: PracticeCoze;
  readonly events: BridgeEvent[];
  readonly reply: (name: string, input: unknown, signal?: AbortSignal) => Promise<Reply>;
  /** Calls and expects a value. */
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;
  /** Calls and expects a problem. */
  readonly problem: <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    signal?: AbortSignal,
  ) => Promise<Problem>;
  /** The first state of a run that `isReached` accepts, as a screen is told it. */
  readonly reached: (runId: string, isReached: (run: ConsoleRun) => boolean) => Promise<ConsoleRun>;
  /** Starts a run and gives its last state, whatever came of it. */
  readonly run: (request: CallInput<'console.start'>['request']) => Promise<ConsoleRun>;
  /** Starts a run and expects a whole answer, whatever its status. */
  readonly send: (request: CallInput<'console.start'>['request']) => Promise<ConsoleRun>;
  /** The body of an answer as it is served. */
  readonly textOf: (run: ConsoleRun) => Promise<string>;
  readonly quit: () => Promise<void>;
}

/** A request for `/v1/users/me`, with changes. */
export function userRequest(source: TokenSource, changes: Partial<RunRequest> = {}): RunRequest {
  return {
    source,
    endpointId: null,
    method: 'GET',
    target: { kind: 'region', path: '/v1/users/me' },
    query: [],
    headers: [],
    body: { kind: 'none' },
    variableSetId: null,
    ...changes,
  };
}

export interface MachineOptions {
  readonly vault?: KeyVault;
  /** What the keychain holds beside the keys. */
  readonly secrets?: SecretStore;
  readonly clock?: Clock;
  readonly steady?: SteadyClock;
}

export async function createMachine(options: MachineOptions = {}): Promise<TestMachine> {
  const folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-engine-'));
  const { vault = createMemoryVault(), secrets = createMemorySecretStore() } = options;
  const { clock = systemClock, steady = systemSteadyClock } = options;
  const clipboard = { text: '' };
  const picked: TestMachine['picked'] = { file: null };
  const opened: string[] = [];
  const notices = new Map<string, HostNotice>();
  const crossed: string[] = [];

  async function start(): Promise<RunningApp> {
    const practice = createPracticeCoze({ clock, randomBytes });
    const proxies = createProxyVault(secrets);
    const network = createNetwork({ proxyPassword: passwordsFrom(proxies) });
    const http = createHttpClient({ clock, network });
    const engine = await createEngine({
      host: {
        info: {
          version: '0.1.0',
          platform: 'linux',
          systemLanguage: 'zh',
          dataFolder: folder,
          canPickFiles: true,
          copiesInPage: false,
          noticesInPage: false,
        },
        pickFile: async () => {
          await picked.waiting;
          return picked.file;
        },
        readClipboard: async () => clipboard.text,
        writeClipboard: async (text) => {
          clipboard.text = text;
        },
        openExternal: async (url) => {
          opened.push(url);
        },
        notify: (notice) => notices.set(notice.id, notice),
        dismissNotice: (id) => notices.delete(id),
      },
      vault,
      pins: createPinVault(secrets),
      keptTokens: createTokenVault(secrets),
      variables: createVariableVault(secrets),
      clock,
      steady,
      timers: systemTimers,
      randomBytes,
      http,
      network,
      proxies,
      dataFolder: folder,
      practice,
    });
    const events: BridgeEvent[] = [];
    engine.subscribe((event) => {
      events.push(event);
      crossed.push(JSON.stringify(event));
    });
    const dispatch = createDispatcher(engine.handlers);
    const reply = async (name: string, input: unknown, signal = new AbortController().signal) => {
      const answer = await dispatch(name, input, { signal });
      crossed.push(JSON.stringify(answer));
      return answer;
    };
    const call: RunningApp['call'] = async (name, input) => {
      const answer = await reply(name, input);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.problem)}`);
      return answer.value as never;
    };
    const reached: RunningApp['reached'] = (runId, isReached) =>
      new Promise((resolve) => {
        const look = () => {
          const last = events.findLast(
            (event) => event.name === 'consoleRun' && event.payload.run.runId === runId,
          );
          if (last?.name !== 'consoleRun' || !isReached(last.payload.run)) return;
          unsubscribe();
          resolve(last.payload.run);
        };
        const unsubscribe = engine.subscribe(look);
        look();
      });
    const run: RunningApp['run'] = async (request) =>
      reached((await call('console.start', { request })).runId, hasEnded);
    return {
      engine,
      practice,
      events,
      reply,
      call,
      reached,
      run,
      send: async (request) => {
        const ended = await run(request);
        if (ended.stage !== 'done') throw new Error(`${ended.stage}: ${JSON.stringify(ended.problem)}`);
        return ended;
      },
      textOf: async ({ body }) => {
        const opened = engine.openBody(body?.bodyId ?? '', null);
        return opened === null ? '' : text(opened.read());
      },
      problem: async (name, input, signal) => {
        const answer = await reply(name, input, signal);
        if (answer.ok) throw new Error(`${name} succeeded`);
        return answer.problem;
      },
      quit: async () => {
        await engine.close();
        await http.close();
      },
    };
  }

  return {
    folder,
    vault,
    clipboard,
    picked,
    opened,
    notices,
    crossed,
    start,
    files: async () => {
      const found = await readdir(folder, { recursive: true, withFileTypes: true });
      const paths = found
        .filter((entry) => entry.isFile())
        .map((file) => path.join(file.parentPath, file.name));
      const texts = paths.map(async (file) => [path.relative(folder, file), await readFile(file, 'latin1')]);
      return Object.fromEntries(await Promise.all(texts));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
