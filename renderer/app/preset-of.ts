import type { ScopePreset } from '../../shared/coze/scope-preset.ts';
import { minifyJson } from '../../shared/json/minify-json.ts';
import { isObjectText } from './json-text.ts';

/** True when two texts of JSON objects differ in white space at most. */
export function isSameJson(one: string, other: string): boolean {
  if (one === other) return true;
  return isObjectText(one) && isObjectText(other) && minifyJson(one) === minifyJson(other);
}

/** The preset that says what `text` says. */
export function presetOf(text: string, presets: readonly ScopePreset[]): ScopePreset | null {
  return presets.find(({ scope }) => isSameJson(scope, text)) ?? null;
}
