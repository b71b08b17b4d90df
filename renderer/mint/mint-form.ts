import type { Device, MintOptions } from '../../shared/coze/app.ts';
import type { Scope } from '../../shared/coze/scope.ts';
import type { ScopePreset } from '../../shared/coze/scope-preset.ts';
import { isBeyondDouble } from '../../shared/json/is-beyond-double.ts';
import { sourceOf } from '../../shared/json/json-members.ts';
import { type JsonNode, parseJson } from '../../shared/json/parse-json.ts';
import { presetOf } from '../app/preset-of.ts';
import { longestName } from './session-names.ts';

const longestSeconds = 86_399;

/** What stands in the form's fields, whether or not it can be sent. */
export interface MintForm {
  readonly duration: string;
  readonly sessionName: string;
  readonly deviceKind: Device['kind'];
  readonly deviceValue: string;
  /** JSON; empty for no scope. Not looked at while a preset is chosen. */
  readonly scope: string;
  /** Id of the app's preset that is minted with, as it is then. */
  readonly preset: string | null;
}

/** The fields as `options` fill them; a scope that is one of `presets` is chosen by its name. */
export function formOf(options: MintOptions, presets: readonly ScopePreset[] = []): MintForm {
  const scope = options.scope === null ? '' : JSON.stringify(options.scope, null, 2);
  return {
    duration: String(options.durationSeconds),
    sessionName: options.sessionName,
    deviceKind: options.device.kind,
    deviceValue: options.device.kind === 'none' ? '' : options.device.value,
    scope,
    preset: presetOf(scope, presets)?.id ?? null,
  };
}

export interface ReadMintForm {
  /** Null while a field cannot be sent. */
  readonly options: MintOptions | null;
  readonly durationWrong: boolean;
  readonly sessionTooLong: boolean;
  readonly deviceWrong: boolean;
  /** `digits`: it holds an integer over 2^53 that has to be written as text; `gone`: the preset was deleted. */
  readonly scopeWrong: 'shape' | 'digits' | 'gone' | null;
}

function readDuration(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,6}$/.test(trimmed)) return null;
  const seconds = Number(trimmed);
  return seconds >= 1 && seconds <= longestSeconds ? seconds : null;
}

function readDevice(kind: Device['kind'], text: string): Device | null {
  if (kind === 'none') return { kind };
  const value = text.trim();
  return value === '' || value.length > 256 ? null : { kind, value };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isScope(value: unknown): value is Scope {
  if (!isObject(value)) return false;
  const permission = value['account_permission'];
  const constraint = value['attribute_constraint'];
  if (permission !== undefined && !(isObject(permission) && isTextList(permission['permission_list'])))
    return false;
  if (constraint === undefined) return true;
  if (!isObject(constraint)) return false;
  const chat = constraint['connector_bot_chat_attribute'];
  return chat === undefined || (isObject(chat) && isTextList(chat['bot_id_list']));
}

/** True when the text holds an integer that would not arrive as it was typed. */
function losesDigits(text: string, node: JsonNode): boolean {
  if (node.type === 'number') return isBeyondDouble(sourceOf(text, node));
  return (node.children ?? []).some((child) => losesDigits(text, child));
}

function readScope(text: string | null): { readonly scope: Scope | null } | 'shape' | 'digits' | 'gone' {
  if (text === null) return 'gone';
  if (text.trim() === '') return { scope: null };
  const parsed = parseJson(text);
  if (!parsed.ok) return 'shape';
  if (losesDigits(text, parsed.tree)) return 'digits';
  const value: unknown = JSON.parse(text);
  return isScope(value) ? { scope: value } : 'shape';
}

/** The text of the scope that the form stands for; null when its preset is gone. */
export function scopeTextOf(
  { preset, scope }: Pick<MintForm, 'preset' | 'scope'>,
  presets: readonly ScopePreset[],
): string | null {
  return preset === null ? scope : (presets.find(({ id }) => id === preset)?.scope ?? null);
}

/** Reads the fields as they stand; wrong ones are named and nothing is changed. */
export function readMintForm(form: MintForm, presets: readonly ScopePreset[] = []): ReadMintForm {
  const duration = readDuration(form.duration);
  const device = readDevice(form.deviceKind, form.deviceValue);
  const scope = readScope(scopeTextOf(form, presets));
  const sessionName = form.sessionName.trim();
  const sessionTooLong = sessionName.length > longestName;
  const complete = !sessionTooLong && duration !== null && device !== null && typeof scope !== 'string';
  return {
    options: complete ? { durationSeconds: duration, sessionName, device, scope: scope.scope } : null,
    durationWrong: duration === null,
    sessionTooLong,
    deviceWrong: device === null,
    scopeWrong: typeof scope === 'string' ? scope : null,
  };
}
