import { open } from 'node:fs/promises';
import { errorCode } from '../../shared/error-code.ts';
import { decodeKeyText } from '../keys/decode-key-text.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The most that is read from standard input, or another pipe, in bytes. */
export const inputLimit = 64 * 1024 * 1024;

/**
 * Standard input to its end.
 *
 * @throws UsageError when it is a terminal, or longer than {@link inputLimit}
 */
export async function readStdin(terminal: Terminal): Promise<Uint8Array> {
  if (terminal.stdinIsTerminal) throw new UsageError('usage.stdin-is-terminal');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of terminal.stdin) {
    size += chunk.length;
    if (size > inputLimit) throw new UsageError('usage.input-too-large', { limit: inputLimit });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The text of bytes in UTF-8, UTF-16 (as PowerShell pipes it), or anything else one character a byte. */
export function textOfBytes(bytes: Uint8Array): string {
  return decodeKeyText(bytes) ?? Buffer.from(bytes).toString('latin1');
}

/**
 * A file's first `limit` + 1 bytes, so that its reader can tell "too large". `-` means standard input.
 *
 * @throws UsageError when it cannot be read
 */
export async function readInputFile(path: string, limit: number, terminal: Terminal): Promise<Uint8Array> {
  if (path === '-') return readStdin(terminal);
  try {
    const file = await open(path, 'r');
    try {
      const buffer = Buffer.alloc(limit + 1);
      let size = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, size, buffer.length - size, null);
        size += bytesRead;
        if (bytesRead === 0 || size === buffer.length) return buffer.subarray(0, size);
      }
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw new UsageError('usage.file-unreadable', { path, reason: errorCode(thrown) });
  }
}
