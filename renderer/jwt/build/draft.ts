import { changeMember } from '../../../shared/json/change-member.ts';
import { memberValue, sourceOf } from '../../../shared/json/json-members.ts';
import type { JsonNode } from '../../../shared/json/parse-json.ts';
import { readObject } from './read-object.ts';

/** A JWT that is being built. The two JSON texts are what it is; the form shows them and changes them. */
export interface Draft {
  readonly header: string;
  readonly payload: string;
  /** The last texts that were JSON objects; what the form shows while a text is not one. */
  readonly readableHeader: string;
  readonly readablePayload: string;
  /** The app that an assertion is for, by local id. */
  readonly appId: string | null;
  /** The key that signs. */
  readonly keyId: string | null;
}

export type SegmentName = 'header' | 'payload';

const readableOf = { header: 'readableHeader', payload: 'readablePayload' } as const;

/** The draft with other text in one segment, whether or not it is JSON. */
export function withText(draft: Draft, segment: SegmentName, text: string): Draft {
  const changed = { ...draft, [segment]: text };
  return readObject(text) !== null ? { ...changed, [readableOf[segment]]: text } : changed;
}

/** A change of one member; null as the value removes it. */
export interface MemberChange {
  readonly segment: SegmentName;
  readonly path: readonly string[];
  /** JSON text. */
  readonly value: string | null;
}

/** Changes members and nothing else. A segment that is no JSON object stays as it is. */
export function withMembers(draft: Draft, changes: readonly MemberChange[]): Draft {
  return changes.reduce(
    (now, { segment, path, value }) => withText(now, segment, changeMember(now[segment], path, value)),
    draft,
  );
}

/** What stands at a place, as the form shows it. */
export type MemberText =
  | { readonly kind: 'text'; readonly text: string }
  /** A number, `true`, `false` or `null`, as it is written. */
  | { readonly kind: 'literal'; readonly text: string }
  /** An object or a list, which a field cannot hold. */
  | { readonly kind: 'structure'; readonly text: string }
  | { readonly kind: 'absent'; readonly text: '' };

const absent: MemberText = { kind: 'absent', text: '' };

/** The objects of a draft as they could last be read. */
export interface ReadableDraft {
  readonly text: Readonly<Record<SegmentName, string>>;
  readonly tree: Readonly<Record<SegmentName, JsonNode | null>>;
}

export function readDraft({ readableHeader, readablePayload }: Draft): ReadableDraft {
  return {
    text: { header: readableHeader, payload: readablePayload },
    tree: { header: readObject(readableHeader), payload: readObject(readablePayload) },
  };
}

function nodeAt({ tree }: ReadableDraft, segment: SegmentName, path: readonly string[]): JsonNode | null {
  return path.reduce<JsonNode | null>((node, name) => node && memberValue(node, name), tree[segment]);
}

/** The member that `path` leads to. */
export function memberText(read: ReadableDraft, segment: SegmentName, path: readonly string[]): MemberText {
  const node = nodeAt(read, segment, path);
  if (node === null) return absent;
  const source = sourceOf(read.text[segment], node);
  switch (node.type) {
    case 'string':
      return { kind: 'text', text: String(node.value) };
    case 'object':
    case 'array':
      return { kind: 'structure', text: source };
    default:
      return { kind: 'literal', text: source };
  }
}

/** A member that is an integer a date can hold, in its own unit; else null. */
export function memberInteger(read: ReadableDraft, path: readonly string[]): number | null {
  const { kind, text } = memberText(read, 'payload', path);
  return kind === 'literal' && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}
