/** True for a text that is a curl command, whatever its shell, with or without a prompt before it. */
export function looksLikeCurl(text: string): boolean {
  return /^\s*(?:[$>#]\s+|PS [^>]*>\s*)?(?:&\s*)?['"]?curl(?:\.exe)?['"]?\s+\S/i.test(text.slice(0, 2000));
}
