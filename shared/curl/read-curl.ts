import { assignedVariables } from './assigned-variables.ts';
import { type CurlFinding, curlFinding, maxCurlFindings } from './curl-finding.ts';
import { type CurlStart, findCurl } from './find-curl.ts';
import { type MadeRequest, makeRequest, nothingMade } from './make-request.ts';
import { plainTypography } from './plain-typography.ts';
import { type Given, readArguments } from './read-arguments.ts';
import { isLegacyPowershell, shellOf } from './shell-of.ts';
import { splitCmd } from './split-cmd.ts';
import type { Assigned, Shell, SplitCommand } from './split-command.ts';
import { splitPosix } from './split-posix.ts';
import { splitPowershell } from './split-powershell.ts';

/** What a text with a curl command says: its first command, and where the text goes beyond that. */
export interface CurlReading extends MadeRequest {
  /** The shell that the command was read for; null where there is none. */
  readonly shell: Shell | null;
}

/** Longer texts are not read, in UTF-16 code units. */
export const longestCurlText = 8 * 1024 * 1024;

const mostCommands = 50;

function split(text: string, { start, end }: CurlStart, assigned: Assigned): SplitCommand & { shell: Shell } {
  const shell = shellOf(text, start);
  const from = /["']/.test(text.charAt(end)) ? end + 1 : end;
  switch (shell) {
    case 'posix':
      return { ...splitPosix(text, from, assigned), shell };
    case 'cmd':
      return { ...splitCmd(text, from, assigned), shell };
    case 'powershell':
      return { ...splitPowershell(text, from, assigned, isLegacyPowershell(text, start)), shell };
  }
}

function otherCommands(text: string, from: number): readonly CurlFinding[] {
  const found: CurlFinding[] = [];
  let next = findCurl(text, from);
  while (next !== null && found.length < mostCommands) {
    const { end } = split(text, next, new Map());
    found.push(curlFinding('other-command', { start: next.start, end }));
    next = findCurl(text, Math.max(end, next.end));
  }
  return found;
}

function notTaken(given: readonly Given[]): readonly CurlFinding[] {
  return given
    .filter(({ option }) => option.effect === 'not-taken')
    .map(({ option, place }) => curlFinding('option-not-taken', place, { option: `--${option.name}` }));
}

/** Of the options, those before `--next`: what comes after it is another request. */
function firstRequest(given: readonly Given[]): {
  given: readonly Given[];
  findings: readonly CurlFinding[];
} {
  const next = given.findIndex(({ option }) => option.effect === 'next');
  if (next === -1) return { given, findings: [] };
  const last = given.at(-1)?.place.end ?? 0;
  const start = given[next]?.place.start ?? 0;
  return { given: given.slice(0, next), findings: [curlFinding('other-command', { start, end: last })] };
}

function inOrder(findings: readonly CurlFinding[]): readonly CurlFinding[] {
  return findings.toSorted((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0)).slice(0, maxCurlFindings);
}

/**
 * Reads the first curl command in a text: of a POSIX shell, cmd or PowerShell, with whatever stands before and after it.
 * Nothing is run, expanded or opened; what was not understood or is not taken over is named with its place. Never
 * throws, and takes time in proportion to the text.
 */
export function readCurl(asGiven: string): CurlReading {
  const failed = (finding: CurlFinding): CurlReading => ({
    ...nothingMade,
    shell: null,
    findings: [finding],
  });
  if (asGiven.length > longestCurlText)
    return failed(curlFinding('text-too-long', null, { limit: longestCurlText / 1024 / 1024 }));
  const { text, replaced, placeOf } = plainTypography(asGiven);
  const command = findCurl(text, 0);
  if (command === null) return failed(curlFinding('curl-missing', null));

  const { words, end, stdin, issues, shell } = split(
    text,
    command,
    assignedVariables(text.slice(0, command.start)),
  );
  const read = readArguments(words);
  const { given, findings: afterNext } = firstRequest(read.given);
  const made = makeRequest(given, stdin, command);
  const [mark] = replaced;
  const all = inOrder([
    ...(mark === undefined ? [] : [curlFinding('typographic', mark)]),
    ...issues.map(({ code, place }) => curlFinding(code, place)),
    ...read.findings,
    ...made.findings,
    ...notTaken(given),
    ...afterNext,
    ...otherCommands(text, Math.max(end, command.end)),
  ]);
  return {
    ...made,
    shell,
    findings: all.map((finding) => ({
      ...finding,
      place: finding.place === null ? null : placeOf(finding.place),
    })),
  };
}
