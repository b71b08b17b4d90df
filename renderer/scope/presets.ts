import type { ScopePreset } from '../../shared/coze/scope-preset.ts';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';

type Presets = readonly ScopePreset[];

function presetsOf(appId: string): Presets {
  return useAppStore.getState().profile.apps.find(({ id }) => id === appId)?.scopes ?? [];
}

/**
 * Changes the presets of an app.
 *
 * @throws CallError when they cannot be saved
 */
export async function changePresets(appId: string, change: (presets: Presets) => Presets): Promise<void> {
  await call('apps.saveScopes', { appId, scopes: [...change(presetsOf(appId))] });
}

export function newPreset(name: string, scope: string): ScopePreset {
  return { id: crypto.randomUUID(), name: name.trim(), scope };
}

/** `preset` right after the one that it comes from, or at the end. */
export function insertedAfter(presets: Presets, id: string | null, preset: ScopePreset): Presets {
  const index = presets.findIndex((candidate) => candidate.id === id);
  return index < 0 ? [...presets, preset] : presets.toSpliced(index + 1, 0, preset);
}

/** `preset` at the place that it had, as far as there are so many; never twice. */
export function insertedAt(presets: Presets, index: number, preset: ScopePreset): Presets {
  return presets.filter(({ id }) => id !== preset.id).toSpliced(index, 0, preset);
}

export function replaced(presets: Presets, id: string, change: Partial<ScopePreset>): Presets {
  return presets.map((preset) => (preset.id === id ? { ...preset, ...change } : preset));
}

/** True when another preset than `except` has the name. */
export function isTaken(presets: Presets, name: string, except: string | null): boolean {
  return presets.some((preset) => preset.name === name.trim() && preset.id !== except);
}

const longestName = 120;

/** `name`, with the first number behind it that no preset has yet. */
export function freeName(presets: Presets, name: string): string {
  const base = name.slice(0, longestName - 8);
  for (let count = 1; count <= presets.length; count += 1) {
    const candidate = count === 1 ? base : `${base} ${count}`;
    if (!isTaken(presets, candidate, null)) return candidate;
  }
  return presets.length === 0 ? base : `${base} ${presets.length + 1}`;
}
