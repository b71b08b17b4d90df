import type { VariableSet } from '../../../shared/console-run.ts';

/** One variable that is being edited. */
export interface VariableRow {
  readonly id: number;
  readonly name: string;
  /** Null for a secret whose value stays as the keychain has it. */
  readonly value: string | null;
  readonly secret: boolean;
}

export interface SetDraft {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly VariableRow[];
}

const nameForm = /^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u;

export function draftOfSet({ id, name, variables }: VariableSet): SetDraft {
  return { id, name, rows: variables.map((variable, index) => ({ ...variable, id: index + 1 })) };
}

export function emptySet(id: string): SetDraft {
  return { id, name: '', rows: [{ id: 1, name: '', value: '', secret: false }] };
}

/** What is wrong with the name of a row; null for nothing. An empty row is no variable. */
export function nameProblem({ rows }: SetDraft, row: VariableRow): 'badName' | 'twice' | null {
  if (row.name === '' && (row.value ?? '') === '') return null;
  if (!nameForm.test(row.name)) return 'badName';
  return rows.some((other) => other.id < row.id && other.name === row.name) ? 'twice' : null;
}

export function canSave(draft: SetDraft): boolean {
  return draft.name.trim() !== '' && draft.rows.every((row) => nameProblem(draft, row) === null);
}

/** Makes a variable secret or shows it again; a value that only the keychain knows cannot be shown. */
export function withSecret(row: VariableRow, secret: boolean): VariableRow {
  return { ...row, secret, value: row.value ?? (secret ? null : '') };
}

/** What is saved: the set without secret values, and those that were typed. */
export function savedSet({ id, name, rows }: SetDraft): {
  readonly set: VariableSet;
  readonly secrets: { name: string; value: string }[];
} {
  const named = rows.filter((row) => row.name !== '');
  return {
    set: {
      id,
      name: name.trim(),
      variables: named.map((row) => ({
        name: row.name,
        value: row.secret ? null : (row.value ?? ''),
        secret: row.secret,
      })),
    },
    secrets: named.flatMap((row) =>
      row.secret && row.value !== null ? [{ name: row.name, value: row.value }] : [],
    ),
  };
}
