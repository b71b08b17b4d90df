import { openSync } from 'node:fs';
import { ReadStream, WriteStream } from 'node:tty';

function openControllingTerminal(): number | null {
  try {
    return openSync('/dev/tty', 'r+');
  } catch {
    return null;
  }
}

function abortError(): Error {
  return new DOMException('the passphrase prompt was left', 'AbortError');
}

/** One line from `input` in raw mode: nothing is echoed, Backspace and Ctrl+C work. */
function readHidden(input: ReadStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let line = '';
    input.setRawMode(true);
    input.setEncoding('utf8');
    input.on('error', reject);
    input.on('data', (chunk) => {
      for (const character of String(chunk)) {
        if (character === '\r' || character === '\n') return resolve(line);
        if (character === '\u0003' || character === '\u0004') return reject(abortError());
        line = character === '\u007f' || character === '\b' ? line.slice(0, -1) : line + character;
      }
    });
  });
}

/**
 * Asks for a passphrase on the controlling terminal, whatever standard input is. Null when there is no terminal.
 * Rejects with an `AbortError` on Ctrl+C.
 */
export async function askPassphrase(question: string): Promise<string | null> {
  const descriptor = openControllingTerminal();
  if (descriptor === null) return null;
  const input = new ReadStream(descriptor);
  const output = new WriteStream(openSync('/dev/tty', 'w'));
  try {
    output.write(question);
    return await readHidden(input);
  } finally {
    output.write('\n');
    input.setRawMode(false);
    input.destroy();
    output.destroy();
  }
}
