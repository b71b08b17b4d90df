import {
  loopbackPaths,
  pageIdHeader,
  pageKeyHeader,
  seenHeader,
  uploadType,
} from '../../../shared/loopback.ts';
import { pageKey } from './page-key.ts';

/** This page's name for itself, until it is loaded again. */
const pageId = crypto.randomUUID();

let count = '';
let seen = 0;

/** The stream counts its messages under this name; under another one than before it begins anew. */
export function countsUnder(name: string): void {
  if (name !== count) seen = 0;
  count = name;
}

/** Remembers the last message of the stream that has arrived; every request tells it. */
export function sawMessage(number: number): void {
  seen = number;
}

function headers(): Record<string, string> {
  return { [pageKeyHeader]: pageKey(), [pageIdHeader]: pageId, [seenHeader]: `${count}.${seen}` };
}

interface PostOptions {
  readonly body?: unknown;
  /** Lets the request go on when the page is closed. */
  readonly keepalive?: boolean;
}

/** Sends JSON to the host that this page is from; null when it could not be reached. */
export async function post(
  where: string,
  { body = null, keepalive = false }: PostOptions = {},
): Promise<Response | null> {
  try {
    return await fetch(where, {
      method: 'POST',
      headers: { ...headers(), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      keepalive,
    });
  } catch {
    return null;
  }
}

/** Opens the page's stream, from the message after the last one that it has seen; null when the host was not reached. */
export async function openStream(signal: AbortSignal): Promise<Response | null> {
  try {
    return await fetch(loopbackPaths.events, { headers: headers(), signal });
  } catch {
    return null;
  }
}

/** Sends a file of any size; null when the host could not be reached. */
export async function upload(file: File): Promise<Response | null> {
  try {
    return await fetch(`${loopbackPaths.file}?name=${encodeURIComponent(file.name.slice(-255))}`, {
      method: 'POST',
      headers: { ...headers(), 'Content-Type': uploadType },
      body: file,
    });
  } catch {
    return null;
  }
}
