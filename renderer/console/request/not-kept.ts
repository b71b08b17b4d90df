import type { BodyDraft, PairRow, PartRow, RequestDraft } from './request-draft.ts';

/** What stands where a whole secret was. */
const inPlaceOfAll = /^(?:\w+\s+)?(?:\*\*\*|…|\S*\[redacted\]\S*)$/;
const inPlaceOfPart = '[redacted]';

/** Whether a text stands in place of a secret, or has such a place in it. */
export function isMasked(text: string): boolean {
  return inPlaceOfAll.test(text.trim()) || text.includes(inPlaceOfPart);
}

/** The row as one that is not sent until what stands in it is replaced, if it lost a secret. */
export function markedPair(row: PairRow, isLost: boolean): PairRow {
  return isLost ? { ...row, notKept: row.value } : row;
}

export function markedPart(row: PartRow, isLost: boolean): PartRow {
  return isLost ? { ...row, notKept: row.text } : row;
}

/** A row that would be sent with a secret that was not kept, and is not until somebody enters it. */
export function isPairLost({ on, value, notKept }: PairRow): boolean {
  return on && notKept !== undefined && value === notKept;
}

export function isPartLost({ on, kind, text, notKept }: PartRow): boolean {
  return on && kind === 'text' && notKept !== undefined && text === notKept;
}

function isBodyMasked({ kind, json, text }: BodyDraft): boolean {
  if (kind === 'json') return json.includes(inPlaceOfPart) || json.includes('"***"');
  return kind === 'text' && isMasked(text);
}

/** Names of what the request lost because it was secret; `*` for something in its body. */
export function lostIn({ address, path, query, headers, body }: RequestDraft): readonly string[] {
  const pairs = [...headers, ...query].filter(isPairLost);
  const parts = body.kind === 'form' ? body.parts.filter(isPartLost) : [];
  const steps = Object.entries(path).filter(
    ([name, value]) => isMasked(value) && address.includes(`:${name}`),
  );
  const names = [...pairs.map(({ name }) => name), ...steps.map(([name]) => name)];
  return [...new Set([...names, ...parts.map(({ name }) => name), ...(isBodyMasked(body) ? ['*'] : [])])];
}
