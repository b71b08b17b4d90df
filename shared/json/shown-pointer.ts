/**
 * A JSON pointer (RFC 6901) as a person reads it: without its first stroke, and with the strokes and tildes of a name
 * unescaped. Not for a program: where a name has a stroke, two pointers can read the same.
 */
export function shownPointer(pointer: string): string {
  return pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~');
}
