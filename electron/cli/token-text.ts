import type { FindingsTexts } from '../../shared/i18n/describe-finding.ts';
import { formatJson } from '../../shared/json/format-json.ts';
import { membersOf } from '../../shared/json/json-members.ts';
import type { DecodedSegment } from '../../shared/jwt/decode-segment.ts';
import { explainClaim } from '../../shared/jwt/explain-claim.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import { readTimes } from '../../shared/jwt/read-times.ts';
import type { CheckedToken } from './checked-token.ts';
import type { CommandContext } from './command.ts';
import { formatTime } from './format-time.ts';
import { printable } from './printable.ts';
import { type ShownFinding, shownFindings } from './shown-finding.ts';
import type { Style } from './terminal.ts';

interface Page extends CommandContext {
  readonly texts: FindingsTexts;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

function title(page: Page, text: string): string {
  return page.terminal.paint('bold', text);
}

function segmentLines(page: Page, name: string, segment: DecodedSegment): readonly string[] {
  if (segment.text === null) return [];
  const text = segment.kind === 'json' ? formatJson(segment.text) : segment.text;
  return ['', title(page, name), indent(printable(text))];
}

function claimLines(page: Page, { token }: CheckedToken): readonly string[] {
  const { terminal, language, texts } = page;
  const times = new Map(readTimes(token.payload.tree).map((time) => [String(time.name), time.at]));
  const rows = (['header', 'payload'] as const).flatMap((segment) => {
    const tree = token[segment].tree;
    const names = new Set(tree === null ? [] : membersOf(tree).map(({ name }) => name));
    return [...names].flatMap((name) => {
      const explanation = explainClaim(segment, name);
      if (explanation === null) return [];
      const at = times.get(name);
      const date =
        segment === 'header' || at === undefined ? null : formatTime(at, terminal.clock.now(), language);
      return [{ name, date, meaning: `${texts[explanation.textKey]} (${explanation.source})` }];
    });
  });
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, date, meaning }) => {
    const rest =
      date === null ? terminal.paint('dim', meaning) : `${date}  ${terminal.paint('dim', meaning)}`;
    return `  ${name.padEnd(width)}  ${rest}`;
  });
  return ['', title(page, page.say('decode.claims')), ...lines];
}

const severityStyles: Readonly<Record<Finding['severity'], Style>> = {
  error: 'red',
  warning: 'yellow',
  note: 'dim',
};

/** Under the message: two spaces, the severity of seven columns, two spaces. */
const remedyIndent = 11;

function findingLines(page: Page, findings: readonly ShownFinding[]): readonly string[] {
  if (findings.length === 0) return [];
  const { say, terminal } = page;
  const lines = findings.map((finding) => {
    const { message, source } = finding;
    const remedy = source === undefined ? finding.remedy : `${finding.remedy} · ${source}`;
    const label = terminal.paint(severityStyles[finding.severity], say(`severity.${finding.severity}`));
    const path = finding.path === null ? '' : ` ${printable(finding.path)}`;
    const place = `${finding.segment}${path}${finding.offset === null ? '' : ` @${finding.offset}`}`;
    return `  ${label}  ${place}  ${message}\n${' '.repeat(remedyIndent)}${terminal.paint('dim', remedy)}`;
  });
  return ['', title(page, say('decode.findings')), ...lines];
}

const stateStyles = {
  valid: 'green',
  invalid: 'red',
  'cannot-check': 'yellow',
  'not-checked': 'dim',
} as const;

function signatureLines(page: Page, { signature }: CheckedToken): readonly string[] {
  const { terminal, texts, say } = page;
  const state = terminal.paint(stateStyles[signature.state], texts[`signature.${signature.state}`]);
  const reason = signature.reason === null ? '' : ` — ${texts[`reason.${signature.reason}`]}`;
  const warnings = signature.warnings.map((code) => {
    return `  ${terminal.paint('yellow', say('severity.warning'))}  ${texts[`warning.${code}`]}`;
  });
  return [`${title(page, say('decode.signature'))}  ${state}${reason}`, ...warnings];
}

/** One token for a person to read: signature state first, then header, payload, claims with dates, findings. */
export function tokenText(checked: CheckedToken, page: Page): string {
  const { token } = checked;
  const lines = [
    `${title(page, page.say('decode.format'))}  ${page.say(`format.${token.format}`)}`,
    ...signatureLines(page, checked),
    ...segmentLines(page, page.say('decode.header'), token.header),
    ...segmentLines(page, page.say('decode.payload'), token.payload),
    ...claimLines(page, checked),
    ...findingLines(page, shownFindings(checked, page.texts, page.language)),
  ];
  return `${lines.join('\n')}\n`;
}
