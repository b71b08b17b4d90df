import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

const collection = '/org/freedesktop/secrets/collection/login';
const needed = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'];

/** A message bus of its own that starts nothing by itself, so that "no provider" is really none. */
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`;

/** A home folder and message bus of its own, with a real GNOME Keyring on it or none. */
export interface SecretServiceSession {
  /** For every process that shall see this keychain and no other. */
  readonly env: Readonly<Record<string, string>>;
  readonly lock: () => Promise<void>;
  /** Stops the provider's process, so that calls hang; `resume` lets it go on. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends the provider and starts it again on the same data, as after a new login without a password. */
  readonly restartLocked: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export type SessionKind = 'unlocked' | 'no-collection' | 'no-provider' | 'no-bus';

/**
 * Starts a session for a test: `unlocked` has a keyring with the password "throwaway", `no-collection` a provider that
 * holds no keyring yet, `no-provider` a bus and nothing on it, `no-bus` not even that.
 *
 * @throws Error naming the packages when a program is missing
 */
export async function startSecretService(kind: SessionKind): Promise<SecretServiceSession> {
  requirePrograms();
  const home = await mkdtemp(join(tmpdir(), 'coze-mint-keyring-'));
  const runtime = join(home, 'run');
  await mkdir(runtime, { mode: 0o700 });
  const bareEnv = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
  };
  const bus = kind === 'no-bus' ? null : await startBus(home, bareEnv);
  const env = bus === null ? bareEnv : { ...bareEnv, DBUS_SESSION_BUS_ADDRESS: bus.address };
  const hasKeyring = kind === 'unlocked' || kind === 'no-collection';
  let keyring = hasKeyring ? await startKeyring(env, kind === 'unlocked' ? 'throwaway' : null) : null;
  return {
    env,
    lock: async () => {
      const service = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
      await dbusSend(env, [...service, 'org.freedesktop.Secret.Service.Lock', `array:objpath:${collection}`]);
    },
    pause: () => void keyring?.kill('SIGSTOP'),
    resume: () => void keyring?.kill('SIGCONT'),
    restartLocked: async () => {
      await end(keyring);
      keyring = await startKeyring(env, null);
    },
    close: async () => {
      await end(keyring);
      await end(bus?.process ?? null);
      await rm(home, { recursive: true, force: true });
    },
  };
}

function requirePrograms(): void {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = needed.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
  if (missing.length === 0) return;
  throw new Error(
    `These tests need a real Secret Service, but ${missing.join(', ')} cannot be found. ` +
      'Install the packages gnome-keyring and dbus-x11 (Debian, Ubuntu: apt-get install gnome-keyring dbus-x11).',
  );
}

async function startBus(home: string, env: Record<string, string>) {
  const config = join(home, 'bus.conf');
  await writeFile(config, busConfig);
  const args = [`--config-file=${config}`, '--nofork', '--print-address=1'];
  const bus = spawn('dbus-daemon', args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [address] = await once(createInterface(bus.stdout), 'line');
  return { process: bus, address: String(address) };
}

async function startKeyring(env: Record<string, string>, password: string | null): Promise<ChildProcess> {
  const args = ['--foreground', '--components=secrets', ...(password === null ? [] : ['--unlock'])];
  const keyring = spawn('gnome-keyring-daemon', args, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  keyring.stdin.end(password ?? '');
  const question = ['--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner'];
  const deadline = Date.now() + 10_000;
  while (!(await dbusSend(env, [...question, 'string:org.freedesktop.secrets'])).includes('boolean true')) {
    if (Date.now() > deadline || keyring.exitCode !== null)
      throw new Error('gnome-keyring-daemon did not come up');
  }
  return keyring;
}

function dbusSend(env: Record<string, string>, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('dbus-send', ['--session', '--print-reply', ...args], { env }, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    );
  });
}

async function end(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGCONT');
  child.kill('SIGTERM');
  await gone;
}
