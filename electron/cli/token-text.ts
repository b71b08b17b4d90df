import type { FindingsTexts } from '../../shared/i18n/describe-finding.ts';
import { sourceName } from '../../shared/i18n/source-name.ts';
import { formatJson } from '../../shared/json/format-json.ts';
import type { DecodedSegment } from '../../shared/jwt/decode-segment.ts';
import type { DecodedToken } from '../../shared/jwt/decode-token.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import { readTimes } from '../../shared/jwt/read-times.ts';
import type { CheckedKey } from '../../shared/jwt/signature-check.ts';
import { visibleJson, visibleText } from '../../shared/text/visible-text.ts';
import { type CheckedToken, notChecked } from './checked-token.ts';
import { claimRows } from './claim-rows.ts';
import type { CommandContext } from './command.ts';
import { formatTime } from './format-time.ts';
import { type ShownFinding, shownFindings } from './shown-finding.ts';
import type { Style } from './terminal.ts';

interface Page extends CommandContext {
  readonly texts: FindingsTexts;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function title(page: Page, text: string): string {
  return page.terminal.paint('bold', text);
}

function segmentLines(page: Page, name: string, segment: DecodedSegment): readonly string[] {
  if (segment.text === null) return [];
  const text = segment.kind === 'json' ? visibleJson(formatJson(segment.text)) : visibleText(segment.text);
  return ['', title(page, name), indent(text)];
}

function claimLines(page: Page, { header, payload }: DecodedToken): readonly string[] {
  const { terminal, language, texts } = page;
  const times = new Map(readTimes(payload.tree).map((time) => [String(time.name), time.at]));
  const claims = claimRows('payload', payload.tree).map((row) => ({ ...row, at: times.get(row.path) }));
  const rows = [...claimRows('header', header.tree).map((row) => ({ ...row, at: undefined })), ...claims];
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(({ path }) => path.length));
  const lines = rows.map(({ path, at, explanation }) => {
    const meaning = terminal.paint(
      'dim',
      `${texts[explanation.textKey]} (${sourceName(explanation.source, language)})`,
    );
    const date = at === undefined ? '' : `${formatTime(at, terminal.clock.now(), language)}  `;
    return `  ${path.padEnd(width)}  ${date}${meaning}`;
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
  const { say, terminal, language } = page;
  const lines = findings.map((finding) => {
    const { message, source } = finding;
    const remedy =
      source === undefined ? finding.remedy : `${finding.remedy} · ${sourceName(source, language)}`;
    const label = terminal.paint(severityStyles[finding.severity], say(`severity.${finding.severity}`));
    const path = finding.path === null ? '' : ` ${visibleText(finding.path)}`;
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

/** Which of several keys it was. */
function keyText({ say }: Page, key: CheckedKey | null): string {
  if (key === null || key.index === null) return '';
  const number = key.index + 1;
  const kid = visibleText(key.kid ?? '');
  return ` · ${kid === '' ? say('decode.key', { number }) : say('decode.key-with-kid', { number, kid })}`;
}

function signatureLines(page: Page, { signature }: CheckedToken): readonly string[] {
  const { terminal, texts, say } = page;
  const state = terminal.paint(stateStyles[signature.state], texts[`signature.${signature.state}`]);
  const reason = signature.reason === null ? '' : ` — ${texts[`reason.${signature.reason}`]}`;
  const warnings = signature.warnings.map((code) => {
    return `  ${terminal.paint('yellow', say('severity.warning'))}  ${texts[`warning.${code}`]}`;
  });
  const key = keyText(page, signature.key);
  return [`${title(page, say('decode.signature'))}  ${state}${reason}${key}`, ...warnings];
}

function nestedLines(page: Page, { nested }: DecodedToken): readonly string[] {
  if (nested === null) return [];
  const { say } = page;
  const state = page.terminal.paint('dim', page.texts['signature.not-checked']);
  const lines = [
    `${title(page, say('decode.format'))}  ${say(`format.${nested.format}`)}`,
    `${title(page, say('decode.signature'))}  ${state} — ${say('decode.nested-not-checked')}`,
    ...contentLines(page, { token: nested, times: 1, signature: notChecked, cozeFindings: [] }),
  ];
  return ['', title(page, say('decode.nested')), indent(lines.join('\n'))];
}

function contentLines(page: Page, checked: CheckedToken): readonly string[] {
  const { token } = checked;
  return [
    ...segmentLines(page, page.say('decode.header'), token.header),
    ...segmentLines(page, page.say('decode.payload'), token.payload),
    ...claimLines(page, token),
    ...findingLines(page, [...shownFindings(token, page.texts), ...checked.cozeFindings]),
    ...nestedLines(page, token),
  ];
}

/** One token for a person to read: signature state first, then header, payload, claims with dates, findings. */
export function tokenText(checked: CheckedToken, page: Page): string {
  const lines = [
    `${title(page, page.say('decode.format'))}  ${page.say(`format.${checked.token.format}`)}`,
    ...(checked.times > 1 ? [page.say('decode.times', { count: checked.times })] : []),
    ...signatureLines(page, checked),
    ...contentLines(page, checked),
  ];
  return `${lines.join('\n')}\n`;
}
