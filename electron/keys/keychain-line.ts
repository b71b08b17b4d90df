import { readdirSync, readlinkSync } from 'node:fs';
import { Socket } from 'node:net';

/** The connection that keychain calls go over, as far as this process can see it. */
export interface KeychainLine {
  /** Ends it, so that a call that waits for an answer fails at once. Does nothing where it cannot be seen. */
  readonly hangUp: () => void;
}

const descriptors = '/proc/self/fd';

/** The sockets of this process, by what the system calls them. */
function openSockets(): ReadonlyMap<string, number> {
  const sockets = new Map<string, number>();
  try {
    for (const name of readdirSync(descriptors)) {
      const target = linkTarget(`${descriptors}/${name}`);
      if (target.startsWith('socket:')) sockets.set(target, Number(name));
    }
  } catch {
    // Only Linux has that folder.
  }
  return sockets;
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/**
 * Tells the other side that nothing more will come. The descriptor stays GLib's, which closes it then: a socket of Node's
 * that reads is watched by its event loop, which ends the process when the descriptor is gone before the watch begins
 * (libuv `uv__io_poll`), and would close it itself. Node's option for its servers' `pauseOnConnect` is what keeps a socket
 * from reading.
 */
function end(descriptor: number): void {
  try {
    const options = { fd: descriptor, readable: true, writable: true, pauseOnCreate: true };
    const socket = new Socket(options);
    socket.on('error', () => undefined);
    socket.end();
  } catch {
    // It listens, or was closed in between.
  }
}

/**
 * Begins to watch; to be called before the first keychain call. On Linux keytar talks to the Secret Service over a D-Bus
 * socket, and a provider that does not answer holds one of Node's threads, for which every way to exit waits. When that
 * socket ends, libsecret gives up; GLib also sends this process a SIGTERM then.
 */
export function watchKeychainLine(): KeychainLine {
  const before = openSockets();
  return {
    hangUp: () => {
      for (const [name, descriptor] of openSockets()) if (!before.has(name)) end(descriptor);
    },
  };
}
