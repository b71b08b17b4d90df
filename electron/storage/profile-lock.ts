import { createHash, randomBytes } from 'node:crypto';
import { linkSync, lstatSync, renameSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import { ProblemError } from '../../shared/problem.ts';
import { makeFolder } from './make-folder.ts';

/** Holds a data folder for this process. */
export interface ProfileLock {
  readonly release: () => Promise<void>;
}

/** Bytes of a socket's path that every system takes (macOS: 104 with the final zero). */
const longestSocketPath = 100;
/** Milliseconds in which a holder says who it is. */
const patienceMs = 1000;
/** How often a place that others take and leave at the same time is tried for. */
const attempts = 5;

const isWindows = process.platform === 'win32';

function placeOf(folder: string): string {
  const hash = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 20);
  if (isWindows) return `\\\\.\\pipe\\coze-mint-${hash}`;
  const inFolder = path.join(folder, 'in-use.sock');
  return Buffer.byteLength(besides(inFolder)) <= longestSocketPath
    ? inFolder
    : path.join(tmpdir(), `coze-mint-${hash}.sock`);
}

/** A name of its own for a socket on its way to `place`. */
function besides(place: string): string {
  return `${place}.${randomBytes(3).toString('hex')}`;
}

function listen(place: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(`${process.pid}\n`);
    });
    server.once('error', reject);
    server.listen(place, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** What tells the file there from every other one, also from a later one under the same name; null for none. */
function identityOf(place: string): string | null {
  const found = lstatSync(place, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev} ${found.ino} ${found.birthtimeNs}`;
}

/** Removes the file there if it is still that one: no other process has the time to put its own there in between. */
function removeIfStill(place: string, identity: string | null): void {
  if (identity !== null && identityOf(place) === identity) unlinkSync(place);
}

/** A link fails where there is something; not every file system links sockets. */
function moveIfFree(from: string, to: string): boolean {
  try {
    linkSync(from, to);
  } catch (thrown) {
    if (errorCode(thrown) === 'EEXIST' || identityOf(to) !== null) return false;
    renameSync(from, to);
    return true;
  }
  unlinkSync(from);
  return true;
}

/**
 * Listens there, or gives null when there is something already. The socket comes to its place when it is listened to: one
 * that is not looks as if its process had been killed.
 */
async function listenIfFree(place: string): Promise<ProfileLock | null> {
  if (isWindows) {
    const server = await listen(place).catch((thrown) => {
      if (errorCode(thrown) === 'EADDRINUSE') return null;
      throw thrown;
    });
    return server && { release: () => closed(server) };
  }
  const coming = besides(place);
  const server = await listen(coming);
  if (!moveIfFree(coming, place)) {
    await closed(server);
    return null;
  }
  const identity = identityOf(place);
  return {
    release: async () => {
      removeIfStill(place, identity);
      await closed(server);
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Which process listens there: 0 when it does not say so in time, null when nobody listens. */
function askHolder(place: string): Promise<number | null> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(place);
    const settle = (pid: number | null) => {
      socket.destroy();
      resolve(pid);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(patienceMs, () => settle(0));
    socket.on('data', (text) => {
      said = `${said}${text}`.slice(0, 32);
    });
    socket.on('end', () => settle(Number.parseInt(said, 10) || 0));
    socket.on('error', (error) => settle(errorCode(error) === 'EACCES' ? 0 : null));
  });
}

async function take(place: string, folder: string): Promise<ProfileLock> {
  let pid: number | null = null;
  for (let attempt = 0; attempt < attempts && pid === null; attempt += 1) {
    const lock = await listenIfFree(place);
    if (lock !== null) return lock;
    const found = isWindows ? null : identityOf(place);
    pid = await askHolder(place);
    // What a killed process left behind: nobody listens to it.
    if (pid === null) removeIfStill(place, found);
  }
  throw new ProblemError('storage/in-use', { params: { folder, pid: pid ?? 0 } });
}

/**
 * Takes the data folder for this process. The profile in it is read once and then written as a whole, so that of two
 * writers the later one would undo what the earlier one did: the desktop app, `coze-mint serve`, and whatever else
 * changes the profile has to hold this first.
 *
 * The lock is a socket in the folder that this process listens on, for the system takes it back however a process ends,
 * and no process id that was given out again can be mistaken for the holder. Where no socket can be made at all (a folder
 * that cannot be written, a file system without sockets) nothing is held.
 *
 * @throws ProblemError `storage/in-use` (params folder, pid) while another process holds it
 */
export async function lockProfile(folder: string): Promise<ProfileLock> {
  try {
    await makeFolder(folder, 0o700);
    return await take(placeOf(folder), folder);
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    return { release: async () => undefined };
  }
}
