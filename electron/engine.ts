import type { BridgeEvent, Handlers } from '../shared/bridge.ts';
import type { ConsoleFile } from '../shared/console-run.ts';
import type { Clock } from '../shared/time.ts';
import type { OpenBody } from './console/open-body.ts';
import { appHandlers } from './engine/app-handlers.ts';
import { createConsoleServices } from './engine/console-services.ts';
import type { EngineContext } from './engine/context.ts';
import { doctorHandlers } from './engine/doctor-handlers.ts';
import { endingWith } from './engine/ending-with.ts';
import { endpointNames } from './engine/endpoint-names.ts';
import { createEvents } from './engine/events.ts';
import { generalHandlers } from './engine/general-handlers.ts';
import { historyHandlers } from './engine/history-handlers.ts';
import type { HostServices } from './engine/host-services.ts';
import { importHandlers } from './engine/import-handlers.ts';
import { jwtHandlers } from './engine/jwt-handlers.ts';
import { createRunKeeper } from './engine/keep-runs.ts';
import { keyHandlers } from './engine/key-handlers.ts';
import { createKeychainWatch } from './engine/keychain-watch.ts';
import { networkHandlers } from './engine/network-handlers.ts';
import { createPaced } from './engine/paced.ts';
import { pinHandlers } from './engine/pin-handlers.ts';
import { practiceHandlers } from './engine/practice-handlers.ts';
import { createPracticeLogFeed } from './engine/practice-log.ts';
import { createPracticeRegion } from './engine/practice-region.ts';
import { createPrivateHalves } from './engine/private-halves.ts';
import { createProfileState } from './engine/profile-state.ts';
import { renewByItself } from './engine/renew-token.ts';
import { runHandlers } from './engine/run-handlers.ts';
import { createSecretClipboard } from './engine/secret-clipboard.ts';
import { createSettingsWatch } from './engine/settings-watch.ts';
import { socketHandlers } from './engine/socket-handlers.ts';
import { tokenHandlers } from './engine/token-handlers.ts';
import { createTokenServices } from './engine/token-services.ts';
import { createUndo } from './engine/undo.ts';
import { createVariables } from './engine/variables.ts';
import type { StreamingClient } from './http/client.ts';
import type { Network } from './http/network.ts';
import { createKeyDrafts } from './keys/key-drafts.ts';
import type { KeyVault } from './keys/key-vault.ts';
import { createMemoryVault } from './keys/memory-vault.ts';
import type { PinVault } from './keys/pin-vault.ts';
import type { ProxyVault } from './keys/proxy-vault.ts';
import type { TokenVault } from './keys/token-vault.ts';
import type { VariableVault } from './keys/variable-vault.ts';
import type { PracticeCoze } from './practice/practice-coze.ts';
import { createHistory } from './storage/history/history.ts';
import { openProfileFile } from './storage/profile-file.ts';
import { createActivityList } from './tokens/activity-list.ts';
import { createSigners } from './tokens/signers.ts';
import type { SteadyClock, Timers } from './tokens/timers.ts';

export type { HostNotice, HostServices, PickedFile, PickPurpose } from './engine/host-services.ts';

/** The services composed into the contract's handlers. */
export interface Engine {
  readonly handlers: Handlers;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: BridgeEvent) => void) => () => void;
  /**
   * Clears a copied token from the clipboard, cancels what runs and waits for what cannot be cancelled (a key on its way
   * into the keychain), stops practice Coze, writes what is pending.
   */
  readonly close: () => Promise<void>;
  /** The body of an answer that the console keeps, for the host to serve at `/body/ID`; null when it is gone. */
  readonly openBody: OpenBody;
  /** Makes a file known to the console; the path comes from the system, never from a page. */
  readonly addPath: (path: string) => Promise<ConsoleFile>;
  /** The same for a file that comes from a page in a browser; its bytes are kept until the end of the app. */
  readonly addUpload: (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<ConsoleFile>;
  /** To be called when the machine wakes up: what time has done to the tokens is looked at at once. */
  readonly woke: () => void;
  /** To be called when a person turns to the app: a clock that was set meanwhile is noticed at once. */
  readonly looked: () => void;
}

export interface EngineOptions {
  readonly host: HostServices;
  /** The keys in the keychain. */
  readonly vault: KeyVault;
  /** Pinned tokens, in the same keychain. */
  readonly pins: PinVault;
  /** Live tokens, in the same keychain. */
  readonly keptTokens: TokenVault;
  /** Secret variables of the console, in the same keychain. */
  readonly variables: VariableVault;
  readonly clock: Clock;
  readonly steady: SteadyClock;
  readonly timers: Timers;
  /** Milliseconds since some fixed moment, on a clock that nobody sets; this process's own when absent. */
  readonly stopwatch?: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Belongs to the caller, who closes it after the engine. */
  readonly http: StreamingClient;
  /** How `http` leaves this machine; told the settings at the start and whenever they change. */
  readonly network: Network;
  /** The password of a proxy, in the same keychain. */
  readonly proxies: ProxyVault;
  /** Where the profile is kept. */
  readonly dataFolder: string;
  readonly practice: PracticeCoze;
}

/**
 * Opens the profile and composes the services. Nothing here waits for the keychain: its state is asked for in the
 * background and comes as an event.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { host, vault, clock, randomBytes, dataFolder } = options;
  const events = createEvents();
  const { emit } = events;
  const ending = new AbortController();
  const newId = () => Buffer.from(randomBytes(16)).toString('base64url');

  const file = await openProfileFile(dataFolder, clock);
  options.network.use(file.profile.settings.network);
  const profile = createProfileState(file, (payload) => {
    emit({ name: 'profile', payload });
    settings.look(payload.settings);
  });
  const memory = createMemoryVault();
  const keychain = createKeychainWatch((payload) => emit({ name: 'keychain', payload }));
  const halves = createPrivateHalves({ keychain: vault, memory }, keychain);
  const activity = createActivityList(newId, () => toldActivity.changed());
  const toldActivity = createPaced(options.timers, () =>
    emit({ name: 'activity', payload: activity.entries() }),
  );
  const tokenServices = createTokenServices({
    ...options,
    vault: options.keptTokens,
    keychain,
    profile,
    emit,
    renewByItself: (tokenId, signal) => renewByItself(context, tokenId, signal),
    renew: (tokenId) => void renewOutsideWindow(tokenId),
  });
  const { tokens, http, serverClock, flights, renewals, keeper, pulse } = tokenServices;
  const context: EngineContext = {
    host,
    clock,
    http,
    randomBytes,
    newId,
    profile,
    profileSetAside: file.setAsideAs,
    keychain,
    halves,
    pins: options.pins,
    drafts: createKeyDrafts({
      clock,
      randomId: newId,
      findStored: (spki) =>
        profile.get().keys.find((key) => key.fingerprints.spki === spki && key.held !== 'gone')?.id ?? null,
    }),
    signers: createSigners((keyId) => halves.get(profile.key(keyId))),
    tokens,
    serverClock,
    flights,
    renewals,
    keeper,
    activity,
    practice: createPracticeRegion(options.practice, profile.get, (payload) => {
      emit({ name: 'practice', payload });
      if (!payload.running) return;
      renewals.forgive('practice/stopped');
      pulse.poke();
    }),
    undo: createUndo(clock, newId),
    clipboard: createSecretClipboard(host),
  };
  void halves.probe().catch(() => undefined);
  void (profile.get().settings.keepTokens ? keeper.restore() : keeper.tidy());

  const practiceLog = createPracticeLogFeed(options.practice, options.timers, (payload) =>
    emit({ name: 'practiceLog', payload }),
  );
  const toldHistory = createPaced(
    options.timers,
    () => void history.usage().then((payload) => emit({ name: 'history', payload })),
  );
  const history = createHistory({
    dataFolder,
    limits: () => {
      const { entries, megabytes } = profile.get().settings.history;
      return { entries, bytes: megabytes * 1024 * 1024 };
    },
    namesOf: endpointNames,
    onChange: () => toldHistory.changed(),
  });
  const settings = createSettingsWatch(profile.get().settings, {
    history: () => void history.trim(),
    network: options.network.use,
  });
  const variables = createVariables(context, options.variables);
  const consoleServices = createConsoleServices(context, {
    keeper: createRunKeeper(context, history),
    variables,
    dataFolder,
    timers: options.timers,
    stopwatch: options.stopwatch ?? (() => performance.now()),
    emit,
  });
  const handlers: Handlers = {
    ...generalHandlers(context),
    ...importHandlers(context),
    ...keyHandlers(context),
    ...appHandlers(context),
    ...practiceHandlers(context, options.practice, practiceLog),
    ...tokenHandlers(context),
    ...runHandlers(context, consoleServices),
    ...socketHandlers(context, consoleServices),
    ...historyHandlers(context, consoleServices, history),
    ...variables.handlers,
    ...networkHandlers(context, options.network, options.proxies),
    ...jwtHandlers(context),
    ...pinHandlers(context),
    ...doctorHandlers(context, events),
  };

  const inForce = endingWith(handlers, ending.signal);

  /** What goes wrong stands in the activity list. */
  async function renewOutsideWindow(tokenId: string): Promise<void> {
    const { signal } = new AbortController();
    await inForce.handlers['tokens.renew']({ tokenId }, { signal }).catch(() => undefined);
  }

  return {
    handlers: inForce.handlers,
    subscribe: events.subscribe,
    openBody: consoleServices.openBody,
    addPath: consoleServices.files.addPath,
    addUpload: consoleServices.files.addBytes,
    woke: () => {
      emit({ name: 'woke', payload: null });
      pulse.woke();
    },
    looked: pulse.poke,
    close: async () => {
      ending.abort(new DOMException('the app is closing', 'AbortError'));
      tokenServices.stop();
      toldActivity.stop();
      renewals.close();
      await context.clipboard.clear().catch(() => undefined);
      await consoleServices.close();
      toldHistory.stop();
      await inForce.settled();
      await keeper.close();
      context.drafts.clear();
      context.undo.clear();
      memory.clear();
      practiceLog.close();
      await options.practice.stop();
      await profile.flush();
    },
  };
}
