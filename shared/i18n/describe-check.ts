import type { DoctorCause, DoctorCheck, DoctorReport, OwnCauseCode } from '../doctor.ts';
import type { CauseText } from './cause-texts.en.ts';
import { describeCause } from './describe-cause.ts';
import { describeLintFinding } from './describe-lint-finding.ts';
import { doctorCausesEn } from './doctor-causes.en.ts';
import { doctorCausesZh } from './doctor-causes.zh.ts';
import { type DoctorTexts, doctorTextsEn } from './doctor-texts.en.ts';
import { doctorTextsZh } from './doctor-texts.zh.ts';
import { fillText } from './fill-text.ts';

type Language = 'zh' | 'en';

/** A check in words. Parts that have nothing to say are empty. */
export interface CheckDescription {
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  readonly state: string;
  readonly finding: string;
  /** The likeliest first, with the remedy of each. */
  readonly causes: readonly (CauseText & Pick<DoctorCause, 'remedy'>)[];
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

/** Says `check` in `language`; for screens, terminals and the copy for support alike. */
export function describeCheck(check: DoctorCheck, language: Language): CheckDescription {
  const texts = doctorTextsIn(language);
  return {
    ...texts.checks[check.name],
    state: texts.states[check.state],
    finding: check.finding === null ? '' : fillText(texts.findings[check.finding], check.params),
    causes: check.causes.map((cause) => ({ ...causeText(cause, language), remedy: cause.remedy })),
    seen: check.seen.map(({ label, value }) => ({ name: texts.seen[label], value })),
    lint: check.lint.map((said) => describeLintFinding(said, language, (quoted) => quoted)),
  };
}

/** The outcome of the run in one line. */
export function describeVerdict(report: DoctorReport, language: Language): string {
  const { verdicts, checks } = doctorTextsIn(language);
  if (report.state === 'running') return verdicts.running;
  if (report.state === 'asking') return verdicts.asking;
  if (report.state === 'cancelled') return verdicts.cancelled;
  if (report.cause !== null) return fillText(verdicts.cause, { check: checks[report.cause].title });
  const count = report.checks.filter(({ state }) => state === 'warning').length;
  return count === 0 ? verdicts.fine : fillText(verdicts['fine-with-warnings'], { count });
}
