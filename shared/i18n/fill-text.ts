export type TextParams = Readonly<Record<string, string | number>>;

/**
 * Puts the parameters in place of `{{name}}`, and of `{{name|byte|bytes}}` the word that goes with the number; a name
 * that is not there stays as it is.
 */
export function fillText(text: string, params: TextParams): string {
  return text.replace(
    /\{\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}\}/g,
    (whole, name: string, one: string | undefined, many: string | undefined) => {
      if (!Object.hasOwn(params, name)) return whole;
      if (one === undefined || many === undefined) return String(params[name]);
      return params[name] === 1 ? one : many;
    },
  );
}
