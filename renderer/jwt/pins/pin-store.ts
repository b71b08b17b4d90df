import { create } from 'zustand';
import { maxPinName, maxPins, maxPinText, type Pin } from '../../../shared/pin.ts';
import type { Problem } from '../../../shared/problem.ts';
import { useAppStore } from '../../app/app-store.ts';
import { call, problemOf } from '../../app/bridge-client.ts';
import { randomJti } from '../build/fresh-draft.ts';
import type { TokenView } from '../inspection/token-view.ts';

interface PinState {
  /** Newest first. In memory; in the keychain as well when the settings say so. */
  readonly pins: readonly Pin[];
  /** What the keychain holds is among `pins`. Before that, nothing is written there. */
  readonly isLoaded: boolean;
  /** Why the pins could not be read or kept. */
  readonly problem: Problem | null;
}

export const usePinStore = create<PinState>()(() => ({ pins: [], isLoaded: false, problem: null }));

function isKept(): boolean {
  return useAppStore.getState().profile.settings.keepPins;
}

/** A longer token is pinned for this run only. */
export function canBeKept({ text }: Pin): boolean {
  return text.length <= maxPinText;
}

let last: Promise<void> = Promise.resolve();

/** Reading and writing one after another: what is written holds everything that was read before. */
function inTurn(work: () => Promise<void>): Promise<void> {
  last = last.then(async () => {
    try {
      await work();
      usePinStore.setState({ problem: null });
    } catch (thrown) {
      usePinStore.setState({ problem: problemOf(thrown) });
    }
  });
  return last;
}

async function load(): Promise<void> {
  if (usePinStore.getState().isLoaded) return;
  const kept = await call('pins.kept', null);
  usePinStore.setState(({ pins }) => {
    const known = new Set(pins.map(({ text }) => text));
    return {
      pins: [...pins, ...kept.filter(({ text }) => !known.has(text))].slice(0, maxPins),
      isLoaded: true,
    };
  });
}

async function keep(): Promise<void> {
  await load();
  await call('pins.keep', { pins: usePinStore.getState().pins.filter(canBeKept) });
}

/** Brings back what an earlier run kept. */
export function loadPins(): Promise<void> {
  return isKept() ? inTurn(load) : last;
}

/** Tries once more what failed: to keep the pins, as the settings say or are to say. */
export function retryPins(): Promise<void> {
  return isKept() ? inTurn(keep) : setKeepPins(true);
}

function changePins(change: (pins: readonly Pin[]) => readonly Pin[]): void {
  usePinStore.setState(({ pins }) => ({ pins: change(pins) }));
  if (isKept()) void inTurn(keep);
}

function nameOf({ payload, header }: TokenView): string {
  const text = (name: string) => payload.rows?.find((row) => row.depth === 0 && row.name === name)?.value;
  const alg = header.rows?.find(({ name }) => name === 'alg')?.value;
  const parts = [text('iss'), text('session_name') ?? text('sub')].filter(Boolean);
  return (parts.join(' · ') || alg || 'JWT').slice(0, maxPinName);
}

/** Keeps a token at hand; the oldest goes where there are too many. */
export function pinToken(token: TokenView): void {
  const pin: Pin = { id: randomJti(), name: nameOf(token), text: token.text, pinnedAt: Date.now() };
  changePins((pins) => [pin, ...pins.filter(({ text }) => text !== token.text)].slice(0, maxPins));
}

export function renamePin(id: string, name: string): void {
  const given = name.trim().slice(0, maxPinName);
  if (given !== '') changePins((pins) => pins.map((pin) => (pin.id === id ? { ...pin, name: given } : pin)));
}

/** Takes a pin away; returns what puts it back in its place. */
export function unpin(id: string): () => void {
  const before = usePinStore.getState().pins;
  const at = before.findIndex((pin) => pin.id === id);
  const pin = before[at];
  changePins((pins) => pins.filter((candidate) => candidate.id !== id));
  return () => {
    if (pin !== undefined) changePins((pins) => pins.toSpliced(at, 0, pin).slice(0, maxPins));
  };
}

/** Pins survive restarts from now on, or no more: then the keychain forgets them at once. */
export function setKeepPins(keepPins: boolean): Promise<void> {
  return inTurn(async () => {
    if (keepPins) await keep();
    else await call('pins.keep', { pins: [] });
    await call('settings.change', { keepPins });
  });
}
