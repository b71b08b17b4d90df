import { z } from 'zod';
import { parseJson } from '../json/parse-json.ts';

function isObjectText(text: string): boolean {
  const parsed = parseJson(text);
  return parsed.ok && parsed.tree.type === 'object';
}

/** A scope that is kept with an app under a name. */
export const scopePresetSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(120),
  /** The JSON object as it was written: unknown members, digits and layout stay. */
  scope: z.string().max(65_536).refine(isObjectText),
});
export type ScopePreset = Readonly<z.infer<typeof scopePresetSchema>>;

/** In the user's order; each id once. */
export const scopePresetsSchema = z
  .array(scopePresetSchema)
  .max(200)
  .refine((presets) => new Set(presets.map(({ id }) => id)).size === presets.length);
