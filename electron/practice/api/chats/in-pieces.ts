const pieceLength = 4;

/** A text in pieces of at most four characters, none of which is cut in two. */
export function inPieces(text: string): readonly string[] {
  const characters = Array.from(text);
  const count = Math.ceil(characters.length / pieceLength);
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * pieceLength, (index + 1) * pieceLength).join(''),
  );
}
