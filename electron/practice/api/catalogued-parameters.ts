import type { Endpoint, EndpointParameter } from '../../../shared/coze/endpoints.ts';
import type { ApiRefusal } from '../refusal.ts';
import type { ApiCall } from './api-endpoint.ts';
import { refuseParameter } from './call-checks.ts';
import { catalogueEntry } from './catalogue.ts';

const isWhole = (value: unknown) =>
  Number.isInteger(value) || (typeof value === 'string' && /^-?\d{1,19}$/.test(value));

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return isWhole(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return type.startsWith('array') ? Array.isArray(value) : true;
  }
}

function refuseValue({ name, type, required, enum: values }: EndpointParameter, value: unknown) {
  if (value === undefined || value === null || value === '') {
    return required === true ? refuseParameter(name, 'present') : null;
  }
  if (!isOfType(value, type)) return refuseParameter(name, `of type ${type}`, value);
  if (values !== undefined && !values.some((known) => String(known) === String(value))) {
    return refuseParameter(name, values.join(' | '), value);
  }
  return null;
}

function refuseFirst({ query, body }: Endpoint, call: ApiCall, loose: readonly string[]): ApiRefusal | null {
  for (const parameter of query) {
    const type = parameter.type === 'integer' ? 'integer' : 'any';
    const refusal = refuseValue({ ...parameter, type }, call.query(parameter.name));
    if (refusal !== null) return refusal;
  }
  if (body === null || body.contentType !== 'application/json') return null;
  for (const field of body.fields) {
    const refusal = loose.includes(field.name) ? null : refuseValue(field, call.body[field.name]);
    if (refusal !== null) return refusal;
  }
  return null;
}

/**
 * Ticks `parameters`: the query and the JSON body hold what the catalogue's entry `id` requires, each of its type and
 * among its values.
 *
 * @param loose - body members that are taken in any form
 */
export function requireCatalogued(call: ApiCall, id: string, loose: readonly string[] = []): void {
  call.sheet.pass('parameters', refuseFirst(catalogueEntry(id), call, loose));
}
