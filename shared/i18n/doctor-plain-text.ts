import type { DoctorCheck, DoctorReport } from '../doctor.ts';
import { withoutNames } from '../doctor-without-names.ts';
import { redact } from '../redact.ts';
import { describeCheck, describeVerdict, doctorTextsIn } from './describe-check.ts';

type Language = 'zh' | 'en';

const indent = '    ';

/** `name: value`, as each language writes it. */
export function labelled(name: string, value: string, language: Language): string {
  return language === 'zh' ? `${name}：${value}` : `${name}: ${value}`;
}

function regionName({ region }: DoctorReport, language: Language): string {
  if (region.kind !== 'custom') return doctorTextsIn(language).regions[region.kind];
  return URL.canParse(region.baseUrl) ? new URL(region.baseUrl).host : '…';
}

/** One check for a terminal or a text: its state and finding, what was seen, and the likely causes. */
export function checkLines(check: DoctorCheck, language: Language): readonly string[] {
  const { headings } = doctorTextsIn(language);
  const { title, state, finding, causes, seen, lint } = describeCheck(check, language);
  const words = (text: string) => `${indent}${text}`;
  const server = check.problem?.server ?? null;
  return [
    `[${state}] ${title}`,
    ...(finding === '' ? [] : [words(finding)]),
    ...seen.map(({ name, value }) => words(labelled(name, value, language))),
    ...lint.map(({ message, remedy }) => words(`- ${message} ${remedy}`)),
    ...(causes.length === 0 ? [] : [words(labelled(headings.causes, '', language).trimEnd())]),
    ...causes.flatMap(({ what, why, todo }, index) => [
      words(`${index + 1}. ${what}`),
      words(`   ${[why, todo].join(language === 'zh' ? '' : ' ')}`),
    ]),
    ...(server === null || server.body.trim() === ''
      ? []
      : [
          words(labelled(headings.server, '', language).trimEnd()),
          words(server.body.trim().replaceAll('\n', `\n${indent}`)),
        ]),
  ];
}

/**
 * A report as plain text that can be given to support: version, platform, times and log ids are in it; no secret is, and
 * no name, id or key of the user's app unless the server said it.
 */
export function doctorPlainText(given: DoctorReport, language: Language): string {
  const { headings, seen, given: words } = doctorTextsIn(language);
  const { report, key, kid } = withoutNames(given);
  const time = (milliseconds: number | null) =>
    milliseconds === null ? '…' : new Date(milliseconds).toISOString();
  const lines = [
    labelled(headings.title, describeVerdict(report, language), language),
    labelled(headings.version, `${report.version} (${report.platform})`, language),
    labelled(headings.time, `${time(report.startedAt)} – ${time(report.endedAt)}`, language),
    labelled(headings.app, report.variant, language),
    labelled(seen.key, words[key], language),
    labelled(seen.kid, words[kid], language),
    labelled(headings.region, regionName(report, language), language),
    ...(report.endpointId === null ? [] : [labelled(headings.endpoint, report.endpointId, language)]),
    '',
    ...report.checks.flatMap((check) => checkLines(check, language)),
  ];
  return redact(`${lines.join('\n')}\n`);
}
