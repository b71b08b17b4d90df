import { openScreen } from './app-store.ts';
import { type ScreenName, screenNames } from './screens.ts';

type Listener = () => void;
const listeners = new Map<string, Set<Listener>>();

/** Lets the open screen carry out a command of the menu; returns the function that ends it. */
export function onCommand(name: string, listener: Listener): () => void {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(listener));
  return () => set.delete(listener);
}

function isScreenName(name: string): name is ScreenName {
  return (screenNames as readonly string[]).includes(name);
}

const screenOfCommand: Readonly<Record<string, ScreenName>> = {
  'new-app': 'keys',
  'import-key': 'keys',
  mint: 'mint',
};

/** Carries out a command by its name: opens the screen that it belongs to, then tells that screen. */
export function runCommand(name: string): void {
  const target = name.startsWith('go-') ? name.slice(3) : screenOfCommand[name];
  if (target && isScreenName(target)) openScreen(target);
  setTimeout(() => {
    for (const listener of listeners.get(name) ?? []) listener();
  });
}
