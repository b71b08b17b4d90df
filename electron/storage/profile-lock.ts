import { createHash } from 'node:crypto';
import { unlink } from 'node:fs/promises';
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

function placeOf(folder: string): string {
  const hash = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 20);
  if (process.platform === 'win32') return `\\\\.\\pipe\\coze-mint-${hash}`;
  const inFolder = path.join(folder, 'in-use.sock');
  return Buffer.byteLength(inFolder) <= longestSocketPath
    ? inFolder
    : path.join(tmpdir(), `coze-mint-${hash}.sock`);
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

async function take(place: string, folder: string): Promise<Server> {
  try {
    return await listen(place);
  } catch (thrown) {
    if (errorCode(thrown) !== 'EADDRINUSE') throw thrown;
  }
  const pid = await askHolder(place);
  if (pid !== null) throw new ProblemError('storage/in-use', { params: { folder, pid } });
  // What a killed process left behind: nobody listens to it.
  await unlink(place).catch(() => undefined);
  return listen(place);
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
    const server = await take(placeOf(folder), folder);
    return { release: () => new Promise((resolve) => server.close(() => resolve())) };
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    return { release: async () => undefined };
  }
}
