const open =
  /\$\{?(?:env:)?[A-Za-z_]\w*|\$\(|`|\{\{|%[A-Za-z_]\w+%|^<[^<>]*>$|^\{[^{}]*\}$|\*{3,}|…|\.{3}|x{4,}|^\[[^\]]*\]$|^:\w+$|^(?:your|my|the)?[ _-]?(?:api|access|personal|oauth|bearer|coze|auth)?(?:[ _-]?(?:api|access|personal|oauth|bearer|coze|auth))*[ _-]?(?:token|key|pat|secret|jwt)(?:[ _-]?here)?$/i;

const longest = 200;

/**
 * True for what stands in place of a value: a shell's variable, `{{token}}`, `<token>`, `YOUR_TOKEN`, `pat_****`. What is
 * long is a value.
 */
export function isOpenValue(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || (trimmed.length <= longest && open.test(trimmed));
}
