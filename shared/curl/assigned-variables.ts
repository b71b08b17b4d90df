import type { Assigned } from './split-command.ts';

const posix =
  /^(?:[$%>] +)?(?:(?:export|declare|local) +)?([A-Za-z_]\w*)=(?:'([^']*)'|"([^"$`\\]*)"|([^\s'"$`\\;&|]+))$/;
const powershell = /^\$(?:env:)?([A-Za-z_]\w*) *= *(?:'([^']*)'|"([^"$`]*)")$/i;
const cmd = /^(?:[A-Za-z]:\\[^>]*> *)?set +(?:"([A-Za-z_]\w*)=([^"]*)"|([A-Za-z_]\w*)=(.*))$/i;

const longestLine = 4096;
const mostVariables = 100;

/**
 * The variables that lines of their own give a plain value, such as `export COZE_API_TOKEN=pat_…`, in the text before a
 * command. A value that is made of others is not known.
 */
export function assignedVariables(before: string): Assigned {
  const values = new Map<string, string>();
  for (const line of before.split('\n')) {
    if (line.length > longestLine || !line.includes('=')) continue;
    const statement = line.trim().replace(/;$/, '').trimEnd();
    const [, name, ...groups] = posix.exec(statement) ?? powershell.exec(statement) ?? [];
    const [, quotedName, quotedValue, bareName, bareValue] =
      name === undefined ? (cmd.exec(statement) ?? []) : [];
    const found = name ?? quotedName ?? bareName;
    const value = groups.find((group) => group !== undefined) ?? quotedValue ?? bareValue;
    if (found !== undefined && value !== undefined && values.size < mostVariables) values.set(found, value);
  }
  return values;
}
