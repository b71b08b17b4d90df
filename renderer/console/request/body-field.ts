import type { EndpointParameter } from '../../../shared/coze/endpoints.ts';
import { memberValue, sourceOf } from '../../../shared/json/json-members.ts';
import { type BodyReading, readBody, unmarkBareVariables } from './body-text.ts';

/** What a field of the form holds of the body. */
export type FieldText =
  | { readonly kind: 'absent'; readonly text: '' }
  /** A string, without its quotes; `placeholder` for one of the catalogue's `<…>`. */
  | { readonly kind: 'string' | 'placeholder'; readonly text: string }
  /** A number, `true`, `false`, `null` or a bare variable, digit by digit as it is written. */
  | { readonly kind: 'literal'; readonly text: string }
  /** An object or a list, as it is written. */
  | { readonly kind: 'structure'; readonly text: string };

const absent: FieldText = { kind: 'absent', text: '' };

/** The member `name`, as the field of that name shows it. */
export function fieldText(reading: BodyReading, name: string): FieldText {
  const node = reading.tree && memberValue(reading.tree, name);
  if (!node) return absent;
  const source = unmarkBareVariables(sourceOf(reading.text, node));
  if (node.type === 'object' || node.type === 'array') return { kind: 'structure', text: source };
  if (node.type !== 'string' || source.startsWith('{{')) return { kind: 'literal', text: source };
  const text = String(node.value);
  return { kind: /^<[a-z][a-z_ ]{0,39}>$/.test(text) ? 'placeholder' : 'string', text };
}

/** Whether what stands in the JSON is of the type that is documented; what is absent, null or to be filled in is. */
export function isOfType({ kind, text }: FieldText, { type }: EndpointParameter): boolean {
  if (kind === 'absent' || kind === 'placeholder' || text === 'null' || text.startsWith('{{')) return true;
  if (kind === 'structure')
    return type === 'object' ? text.startsWith('{') : type.startsWith('array') && text.startsWith('[');
  if (kind === 'string') return type === 'string' || type === 'file';
  if (type === 'boolean') return text === 'true' || text === 'false';
  return type === 'integer' ? integer.test(text) : type === 'number' && number.test(text);
}

export type FieldKind = 'text' | 'integer' | 'number' | 'boolean' | 'enum' | 'json';

/** What kind of field shows a parameter of the catalogue. */
export function fieldKind({ type, enum: values }: EndpointParameter): FieldKind {
  if (values !== undefined) return 'enum';
  if (type === 'integer' || type === 'number' || type === 'boolean') return type;
  return type === 'object' || type.startsWith('array') ? 'json' : 'text';
}

const bareVariable = /^\{\{\s*[\p{L}_][\p{L}\p{N}_.-]{0,63}\s*\}\}$/u;
const integer = /^-?(?:0|[1-9]\d*)$/;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function structureOf(text: string, type: string): string | null {
  const { tree } = readBody(text);
  return tree?.type === (type === 'object' ? 'object' : 'array') ? text : null;
}

/**
 * The JSON that stands for what was typed into the field of `parameter`; null while it cannot be one. Digits stay digits:
 * no number is ever computed with.
 */
export function jsonOf(parameter: EndpointParameter, typed: string): string | null {
  const text = typed.trim();
  const kind = fieldKind(parameter);
  if (kind === 'text') return JSON.stringify(typed);
  if (bareVariable.test(text)) return text;
  switch (kind) {
    case 'integer':
      return integer.test(text) ? text : null;
    case 'number':
      return number.test(text) ? text : null;
    case 'boolean':
      return text === 'true' || text === 'false' ? text : null;
    case 'enum':
      return parameter.enum?.some((value) => value === text) || !number.test(text)
        ? JSON.stringify(text)
        : text;
    case 'json':
      return structureOf(text, parameter.type);
  }
}
