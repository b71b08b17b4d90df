export type TextParams = Readonly<Record<string, string | number>>;

/** Puts the parameters in place of `{{name}}`; a name that is not there stays as it is. */
export function fillText(text: string, params: TextParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
