import type { CommandName } from '../../shared/commands.ts';
import { openScreen } from './app-store.ts';
import { isDialogOpen } from './is-dialog-open.ts';
import type { ScreenName } from './screens.ts';

type Listener = () => void;
const listeners = new Map<CommandName, Set<Listener>>();
/** Told to a screen that is not there yet. */
let pending: CommandName | null = null;

function deliver(): void {
  const found = pending === null ? undefined : listeners.get(pending);
  if (!found || found.size === 0) return;
  pending = null;
  for (const listener of found) listener();
}

/** Lets the open screen carry out a command of the menu; returns the function that ends it. */
export function onCommand(name: CommandName, listener: Listener): () => void {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(listener));
  setTimeout(deliver);
  return () => set.delete(listener);
}

const screenOf: Readonly<Record<CommandName, ScreenName>> = {
  'go-mint': 'mint',
  'go-jwt': 'jwt',
  'go-scope': 'scope',
  'go-console': 'console',
  'go-keys': 'keys',
  'go-doctor': 'doctor',
  'go-practice': 'practice',
  'go-settings': 'settings',
  'new-app': 'keys',
  'import-key': 'keys',
  mint: 'mint',
};

/** Opens the screen that the command belongs to and tells it, as soon as it listens. An open dialog comes first. */
export function runCommand(name: CommandName): void {
  if (isDialogOpen()) return;
  pending = name;
  openScreen(screenOf[name]);
  setTimeout(deliver);
}
