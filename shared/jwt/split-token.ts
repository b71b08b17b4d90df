const keptSegments = 6;

export interface SplitToken {
  /** The parts between the dots; at most six. */
  readonly segments: readonly string[];
  /** How many parts there really are. */
  readonly count: number;
}

/** Splits compact serialisation at its dots; white space is left where it is. */
export function splitToken(text: string): SplitToken {
  let count = 1;
  for (let at = text.indexOf('.'); at !== -1; at = text.indexOf('.', at + 1)) count += 1;
  return { segments: text.split('.', keptSegments), count };
}
