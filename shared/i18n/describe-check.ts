import type { DoctorCause, DoctorCheck, DoctorReport, OwnCauseCode, Seen } from '../doctor.ts';
import type { CauseText } from './cause-texts.en.ts';
import { describeCause } from './describe-cause.ts';
import { describeLintFinding } from './describe-lint-finding.ts';
import { doctorCausesEn } from './doctor-causes.en.ts';
import { doctorCausesZh } from './doctor-causes.zh.ts';
import { type DoctorTexts, doctorTextsEn } from './doctor-texts.en.ts';
import { doctorTextsZh } from './doctor-texts.zh.ts';
import { fillText, type TextParams } from './fill-text.ts';
import { lengthOfTime } from './length-of-time.ts';

type Language = 'zh' | 'en';

interface DescribedCause extends CauseText, Pick<DoctorCause, 'remedy'> {
  /** How long to wait before the remedy, where the cause says so. */
  readonly seconds: number | null;
}

/** A check in words. Parts that have nothing to say are empty. */
export interface CheckDescription {
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  readonly state: string;
  readonly finding: string;
  /** The likeliest first, with the remedy of each. */
  readonly causes: readonly DescribedCause[];
  readonly seen: readonly { readonly name: string; readonly value: string }[];
  /** What the linter says, with what to do about it. */
  readonly lint: readonly { readonly message: string; readonly remedy: string }[];
}

export function doctorTextsIn(language: Language): DoctorTexts {
  return language === 'zh' ? doctorTextsZh : doctorTextsEn;
}

function isOwn(cause: DoctorCause): cause is DoctorCause & { readonly code: OwnCauseCode } {
  return Object.hasOwn(doctorCausesEn, cause.code);
}

function causeText(cause: DoctorCause, language: Language): CauseText {
  if (!isOwn(cause)) return describeCause(cause, language);
  const { what, why, todo } = (language === 'zh' ? doctorCausesZh : doctorCausesEn)[cause.code];
  return { what: fillText(what, cause.params), why, todo };
}

const lengths: ReadonlySet<string> = new Set(['seconds', 'lifetime']);

function withLengthsInWords(params: TextParams, language: Language): TextParams {
  const said = Object.entries(params).map(([name, value]) => {
    const isLength = lengths.has(name) && typeof value === 'number' && value >= 0;
    return [name, isLength ? lengthOfTime(value, language) : value];
  });
  return Object.fromEntries(said);
}

function described(cause: DoctorCause, language: Language): DescribedCause {
  const { seconds } = cause.params;
  return {
    ...causeText(cause, language),
    remedy: cause.remedy,
    seconds: typeof seconds === 'number' ? seconds : null,
  };
}

/**
 * Says `check` in `language`; for screens, terminals and the copy for support alike.
 *
 * @param sayValue - how what was seen is written; as it stands in the report unless told otherwise
 */
export function describeCheck(
  check: DoctorCheck,
  language: Language,
  sayValue: (seen: Seen) => string = ({ value }) => value,
): CheckDescription {
  const texts = doctorTextsIn(language);
  return {
    ...texts.checks[check.name],
    state: texts.states[check.state],
    finding:
      check.finding === null
        ? ''
        : fillText(texts.findings[check.finding], withLengthsInWords(check.params, language)),
    causes: check.causes.map((cause) => described(cause, language)),
    seen: check.seen.map((seen) => ({ name: texts.seen[seen.label], value: sayValue(seen) })),
    lint: check.lint.map((said) => describeLintFinding(said, language, (quoted) => quoted)),
  };
}

/** The cause, where it is known to be this one: a check named no other. */
function onlyCause({ checks, cause }: DoctorReport): DoctorCause | null {
  const failed = checks.filter(({ state }) => state === 'failed');
  const last =
    failed.find(({ name }) => name === 'other-region') ?? failed.find(({ name }) => name === cause);
  const [first = null, ...others] = last?.causes ?? [];
  return others.length === 0 ? first : null;
}

function describeFailure(report: DoctorReport, check: string, language: Language): string {
  const { verdicts } = doctorTextsIn(language);
  const only = onlyCause(report);
  const where = fillText(report.state === 'done' ? verdicts.failed : verdicts.stopped, { check });
  if (only === null) return where;
  return fillText(verdicts['with-cause'], { where, cause: causeText(only, language).what });
}

const byChange: ReadonlySet<unknown> = new Set([
  'skipped-app-changed',
  'skipped-app-deleted',
  'skipped-key-deleted',
]);

function isOutdated({ checks }: DoctorReport): boolean {
  return checks.some(({ finding }) => byChange.has(finding));
}

/** The outcome of the run in one line. */
export function describeVerdict(report: DoctorReport, language: Language): string {
  const { verdicts, checks } = doctorTextsIn(language);
  if (report.state === 'running') return verdicts.running;
  if (report.state === 'asking') return verdicts.asking;
  if (report.state === 'cancelled') return isOutdated(report) ? verdicts.outdated : verdicts.cancelled;
  if (report.cause !== null) return describeFailure(report, checks[report.cause].title, language);
  const count = report.checks.filter(({ state }) => state === 'warning').length;
  return count === 0 ? verdicts.fine : fillText(verdicts['fine-with-warnings'], { count });
}
