import { create } from 'zustand';

interface RefusedField {
  readonly name: string;
  /** Takes its text away. */
  readonly discard: () => void;
}

/** Fields in sight that hold a text which could not be taken over into the JSON. */
export const useRefusedFields = create<{ readonly fields: readonly RefusedField[] }>()(() => ({
  fields: [],
}));

/** Notes a field until the function that comes back is called. */
export function noteRefused(field: RefusedField): () => void {
  useRefusedFields.setState(({ fields }) => ({ fields: [...fields, field] }));
  return () =>
    useRefusedFields.setState(({ fields }) => ({ fields: fields.filter((other) => other !== field) }));
}

export function refusedNames(): readonly string[] {
  return useRefusedFields.getState().fields.map(({ name }) => name);
}

/** Takes the text of the field that was refused last away; false when there is none. */
export function discardLastRefused(): boolean {
  const last = useRefusedFields.getState().fields.at(-1);
  last?.discard();
  return last !== undefined;
}

/** Takes all of them away: the JSON says something else now. */
export function discardRefused(): void {
  for (const { discard } of useRefusedFields.getState().fields) discard();
}
