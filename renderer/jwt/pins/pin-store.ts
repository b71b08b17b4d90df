import { create } from 'zustand';
import { maxPinName, maxPins, maxPinText, type Pin } from '../../../shared/pin.ts';
import type { Problem } from '../../../shared/problem.ts';
import { useAppStore } from '../../app/app-store.ts';
import { call, problemOf } from '../../app/bridge-client.ts';
import { randomId } from '../build/fresh-draft.ts';
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

type Work = () => Promise<void>;

let last: Promise<void> = Promise.resolve();
let waiting: Work | null = null;
let failed: Work | null = null;

/**
 * Reading and writing one after another. What already waits is not asked for twice: it takes the pins as they are when
 * it runs.
 */
function inTurn(work: Work): Promise<void> {
  if (waiting === work) return last;
  waiting = work;
  last = last.then(async () => {
    if (waiting === work) waiting = null;
    try {
      await work();
      failed = null;
      usePinStore.setState({ problem: null });
    } catch (thrown) {
      failed = work;
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
    const added = kept.filter(({ text }) => !known.has(text));
    return { pins: [...pins, ...added].slice(0, maxPins), isLoaded: true };
  });
}

async function keep(): Promise<void> {
  if (!isKept()) return;
  await load();
  await call('pins.keep', { pins: usePinStore.getState().pins.filter(canBeKept) });
}

async function beginKeeping(): Promise<void> {
  await load();
  await call('settings.change', { keepPins: true });
  try {
    await call('pins.keep', { pins: usePinStore.getState().pins.filter(canBeKept) });
  } catch (thrown) {
    await call('settings.change', { keepPins: false });
    throw thrown;
  }
}

async function endKeeping(): Promise<void> {
  await call('pins.keep', { pins: [] });
  usePinStore.setState({ isLoaded: true });
  await call('settings.change', { keepPins: false });
}

/** Brings back what an earlier run kept. */
export function loadPins(): Promise<void> {
  return isKept() ? inTurn(load) : last;
}

/** Tries once more what failed. Pins that cannot be read any more give way to those of this run. */
export function retryPins(): Promise<void> {
  const { problem } = usePinStore.getState();
  if (problem?.code === 'keychain/corrupt') usePinStore.setState({ isLoaded: true });
  return inTurn(failed === load ? keep : (failed ?? keep));
}

/** Pins survive restarts from now on, or no more: then the keychain forgets them at once. */
export function setKeepPins(keepPins: boolean): Promise<void> {
  return inTurn(keepPins ? beginKeeping : endKeeping);
}

function changePins(change: (pins: readonly Pin[]) => readonly Pin[]): void {
  usePinStore.setState(({ pins }) => ({ pins: change(pins) }));
  void inTurn(keep);
}

function nameOf({ payload, header }: TokenView): string {
  const text = (name: string) => payload.rows?.find((row) => row.depth === 0 && row.name === name)?.value;
  const alg = header.rows?.find(({ name }) => name === 'alg')?.value;
  const parts = [text('iss'), text('session_name') ?? text('sub')].filter(Boolean);
  return (parts.join(' · ') || alg || 'JWT').slice(0, maxPinName);
}

/** Keeps a token at hand; the oldest goes where there are too many. */
export function pinToken(token: TokenView): void {
  const pin: Pin = { id: randomId(), name: nameOf(token), text: token.text, pinnedAt: Date.now() };
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
