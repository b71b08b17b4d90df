/** What is known of a variable's value. */
export interface VariableLook {
  /** False when no value is known. */
  readonly isSet: boolean;
  /** Null for a secret one, whose value no screen knows. */
  readonly value: string | null;
}

/** Looks a variable up in a set; null where nothing can be known of variables. */
export type VariableLookup = ((name: string) => VariableLook) | null;

/** The lookup for a set of variables, or for none. */
export function useVariableLookup(_setId: string | null): VariableLookup {
  return null;
}

/** Whether a variable of that name has a value in a set; null where that cannot be known. */
export function resolverOf(_setId: string | null): ((name: string) => boolean) | null {
  return null;
}
