import i18next from 'i18next';
import type { CallInput, CallName, CallOutput, Reply } from '../../../shared/bridge.ts';
import { clearAfter, copyInPage, mayReadClipboard } from '../page-clipboard.ts';
import { showNote } from '../toast-store.ts';
import { chooseFile, pickFile } from './pick-file.ts';

/** Makes a call of the contract to the host. */
export type Ask = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Reply>;

type PageCalls = {
  readonly [Name in CallName]?: (input: CallInput<Name>) => Promise<Reply>;
};

const done = (value: unknown): Reply => ({ ok: true, value });

/** A file with a key, as the browser's dialog filters: it may also be one without any ending. */
const keyFiles = '.pem,.key,.der,.p8,.pk8,.json,.jwk,.txt,application/octet-stream,*/*';
const checkKeyFiles = '.pem,.pub,.crt,.cer,.der,.key,.json,.jwk,.jwks,.txt,application/octet-stream,*/*';

/** Ends the waiting for a text that will not come, with the reply that says why. */
class Refused extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super('the host refused');
    this.reply = reply;
  }
}

/**
 * What the desktop's main process does with the person's own machine, and the page has to do in a browser: the host may be
 * another machine. The contract stays the same, so that no screen needs to know.
 */
export function pageCalls(ask: Ask): PageCalls {
  async function settledValue<Name extends CallName>(reply: Promise<Reply>): Promise<CallOutput<Name>> {
    const settled = await reply;
    if (!settled.ok) throw new Refused(settled);
    return settled.value as CallOutput<Name>;
  }

  async function copyToken(input: CallInput<'tokens.copy'>): Promise<Reply> {
    const given = settledValue<'tokens.textToCopy'>(ask('tokens.textToCopy', input));
    try {
      await copyInPage(given.then(({ text }) => text));
      const { text, clearAfterSeconds } = await given;
      clearAfter(text, clearAfterSeconds);
      if (clearAfterSeconds > 0 && (await mayReadClipboard()) !== 'yes') {
        showNote(i18next.t('connection:staysInClipboard'));
      }
      return done(null);
    } catch (thrown) {
      const refused = await given.then(
        () => null,
        (reason: unknown) => (reason instanceof Refused ? reason.reply : null),
      );
      if (refused !== null) return refused;
      throw thrown;
    }
  }

  return {
    'app.copyText': async ({ text }) => {
      await copyInPage(text);
      return done(null);
    },
    'tokens.copy': copyToken,
    'app.openExternal': async (input) => {
      const checked = await ask('app.openExternal', input);
      if (checked.ok) window.open(input.url, '_blank', 'noopener,noreferrer');
      return checked;
    },
    'import.pick': async () => {
      const file = await pickFile(keyFiles);
      return file === null ? done(null) : ask('import.read', { kind: 'bytes', ...file });
    },
    'console.pickFile': async () => {
      const file = await chooseFile('');
      return file === null ? done(null) : window.cozeMint.addFile(file);
    },
    'console.saveBytes': async ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([bytes]));
      link.download = name;
      link.click();
      // The download has begun by then.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      return done({ saved: true });
    },
    'console.saveBody': async ({ bodyId, name }) => {
      const link = document.createElement('a');
      link.href = `/body/${bodyId}?download=${encodeURIComponent(name)}`;
      link.download = name;
      link.click();
      return done({ saved: true });
    },
    'jwt.pickKey': async ({ token }) => {
      const file = await pickFile(checkKeyFiles);
      return file === null ? done(null) : ask('jwt.check', { token, key: { kind: 'bytes', ...file } });
    },
  };
}
