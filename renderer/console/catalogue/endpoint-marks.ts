import { create } from 'zustand';
import { pageStorage } from '../../app/page-storage.ts';

interface EndpointMarks {
  /** Ids of pinned endpoints, in the order in which they were pinned. */
  readonly pinned: readonly string[];
  /** Ids of those that were sent, the last one first. */
  readonly recent: readonly string[];
}

const mostPinned = 60;
const mostRecent = 8;
const storage = pageStorage('console-endpoints');

function idsIn(value: unknown, most: number): readonly string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((id) => typeof id === 'string'))].slice(0, most);
}

/** Reads what was kept; damaged text is nothing. */
export function readMarks(text: string | null): EndpointMarks {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (typeof kept !== 'object' || kept === null) return { pinned: [], recent: [] };
    const { pinned, recent } = kept as { pinned?: unknown; recent?: unknown };
    return { pinned: idsIn(pinned, mostPinned), recent: idsIn(recent, mostRecent) };
  } catch {
    return { pinned: [], recent: [] };
  }
}

/** Which endpoints a person pinned, and which were used last. */
export const useEndpointMarks = create<EndpointMarks>()(() => readMarks(storage.read()));

useEndpointMarks.subscribe((marks) => storage.write(JSON.stringify(marks)));

export function togglePin(id: string): void {
  useEndpointMarks.setState(({ pinned }) => ({
    pinned: pinned.includes(id) ? pinned.filter((other) => other !== id) : [...pinned, id].slice(-mostPinned),
  }));
}

export function noteRecent(id: string): void {
  useEndpointMarks.setState(({ recent }) => ({
    recent: [id, ...recent.filter((other) => other !== id)].slice(0, mostRecent),
  }));
}
