/** One DER element (ITU-T X.690 §8.1): its tag octet and its content, both as views on the bytes that were read. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Octets of tag, length and content together. */
  readonly size: number;
}

export const derTag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  sequence: 0x30,
} as const;

/**
 * Reads the element that `bytes` starts with; null when its header is not DER or announces more than is there. Tags
 * above 30 and indefinite lengths do not occur in keys and are refused. Bytes after the element are left alone.
 */
export function readDerElement(bytes: Uint8Array): DerElement | null {
  const size = derSize(bytes);
  const tag = bytes[0];
  if (size === null || tag === undefined || size > bytes.length) return null;
  const headerSize = lengthOctets(bytes[1] ?? 0) + 2;
  return { tag, content: bytes.subarray(headerSize, size), size };
}

/** How many octets the element at the start of `bytes` announces, header included; null when that is not DER. */
export function derSize(bytes: Uint8Array): number | null {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || first === 0x80) return null;
  const octets = lengthOctets(first);
  if (octets > 4 || bytes.length < octets + 2) return null;
  if (octets === 0) return first + 2;
  return bytes.subarray(2, octets + 2).reduce((length, octet) => length * 256 + octet, 0) + octets + 2;
}

/** The elements that `content` is made of; null when it is anything but a row of whole elements. */
export function readDerElements(content: Uint8Array): readonly DerElement[] | null {
  const elements: DerElement[] = [];
  for (let rest = content; rest.length > 0; ) {
    const element = readDerElement(rest);
    if (element === null) return null;
    elements.push(element);
    rest = rest.subarray(element.size);
  }
  return elements;
}

/** An object identifier's content in dotted form, for example `1.2.840.113549.1.1.1`. */
export function dottedOid(content: Uint8Array): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const octet of content) {
    arc = arc * 128 + (octet & 0x7f);
    if ((octet & 0x80) !== 0) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...others] = arcs;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...others].join('.');
}

function lengthOctets(first: number): number {
  return first < 0x80 ? 0 : first & 0x7f;
}
