/**
 * Copies a text that may still be on its way. The browser is asked at once, while the person's click counts: some allow
 * nothing later.
 */
export async function copyInPage(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text);
  const blob = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

/** Whether the page may look at the clipboard, without which it cannot clear it; `ask` when the browser would ask. */
export async function mayReadClipboard(): Promise<'yes' | 'ask' | 'no'> {
  try {
    const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
    return state === 'granted' ? 'yes' : state === 'prompt' ? 'ask' : 'no';
  } catch {
    return 'no';
  }
}

/** Lets the browser ask whether the page may look at the clipboard. */
export async function askToReadClipboard(): Promise<void> {
  await navigator.clipboard.readText().catch(() => undefined);
}

let timer: ReturnType<typeof setTimeout> | undefined;
let stopWaiting = new AbortController();

/** Pages reach the clipboard only while they have the focus: otherwise this waits until the person comes back. */
function whenFocused(run: () => void, signal: AbortSignal): void {
  if (document.hasFocus()) run();
  else window.addEventListener('focus', run, { once: true, signal });
}

/**
 * Takes `text` out of the clipboard after so many seconds, if it is still there and the page may look. A later call takes
 * the place of this one.
 */
export function clearAfter(text: string, seconds: number): void {
  clearTimeout(timer);
  stopWaiting.abort();
  stopWaiting = new AbortController();
  const { signal } = stopWaiting;
  if (seconds <= 0) return;
  const clear = async () => {
    if ((await mayReadClipboard()) !== 'yes') return;
    if ((await navigator.clipboard.readText()) === text) await navigator.clipboard.writeText('');
  };
  timer = setTimeout(() => whenFocused(() => void clear().catch(() => undefined), signal), seconds * 1000);
}
