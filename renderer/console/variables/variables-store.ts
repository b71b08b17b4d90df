import { useMemo } from 'react';
import { create } from 'zustand';
import type { VariableSet } from '../../../shared/console-run.ts';
import { useAppStore } from '../../app/app-store.ts';

/** What is known of a variable's value. */
export interface VariableLook {
  /** False when it has no value. */
  readonly isSet: boolean;
  /** Null for a secret one, whose value no screen knows. */
  readonly value: string | null;
}

export type VariableLookup = (name: string) => VariableLook;

const unset: VariableLook = { isSet: false, value: null };

function lookupIn(set: VariableSet | undefined): VariableLookup {
  const looks = new Map(set?.variables.map(({ name, value }) => [name, { isSet: true, value }]) ?? []);
  return (name) => looks.get(name) ?? unset;
}

function setIn(
  { profile }: ReturnType<typeof useAppStore.getState>,
  id: string | null,
): VariableSet | undefined {
  return profile.variableSets.find((set) => set.id === id);
}

/** Looks variables up in a set; in no set none has a value. */
export function useVariableLookup(setId: string | null): VariableLookup {
  const set = useAppStore((state) => setIn(state, setId));
  return useMemo(() => lookupIn(set), [set]);
}

/** Whether a variable of that name has a value in the set. */
export function resolverOf(setId: string | null): (name: string) => boolean {
  const lookup = lookupIn(setIn(useAppStore.getState(), setId));
  return (name) => lookup(name).isSet;
}

/** Which set the dialog shows; undefined while it is closed, null for a new one. */
export const useVariablesDialog = create<{ readonly setId: string | null | undefined }>()(() => ({
  setId: undefined,
}));
