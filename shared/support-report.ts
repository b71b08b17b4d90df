import type { Cause } from './coze/causes/cause.ts';
import { clockOffsetAt } from './coze/failure-causes.ts';
import { hostsOfRegion, type Region } from './coze/region.ts';
import { describeCause } from './i18n/describe-cause.ts';
import { describeProblem } from './i18n/describe-problem.ts';
import { fillText } from './i18n/fill-text.ts';
import { supportTextsEn } from './i18n/support-texts.en.ts';
import { supportTextsZh } from './i18n/support-texts.zh.ts';
import type { Problem } from './problem.ts';
import { redact } from './redact.ts';
import type { EpochMilliseconds } from './time.ts';

/** What support needs to know about a failure. */
export interface SupportCase {
  /** Version of this app. */
  readonly version: string;
  readonly platform: string;
  /** Null when the failure belongs to no app. */
  readonly region: Region | null;
  readonly problem: Problem;
  /** The likeliest first. */
  readonly causes: readonly Cause[];
  /** When it failed, on the local clock; the server's answer knows better when there is one. */
  readonly at: EpochMilliseconds;
}

function hostOf(region: Region | null, problem: Problem): string | null {
  const { host } = problem.params;
  if (typeof host === 'string' && host !== '') return host;
  if (region === null || region.kind === 'practice') return null;
  try {
    return new URL(hostsOfRegion(region, null).api).host;
  } catch {
    return null;
  }
}

const latest = 8_640_000_000_000_000;

function utc(time: number | null, unknown: string): string {
  return time === null || !(Math.abs(time) <= latest) ? unknown : new Date(time).toISOString();
}

/**
 * A failure as plain text to be sent to support: versions, where the request went, codes, log id, times, the server's
 * words and the likely causes. Everything has passed {@link redact}; no name, id or key of the user's app is in it
 * unless the server said it.
 */
export function supportReport(given: SupportCase, language: 'zh' | 'en'): string {
  const { version, platform, region, problem, causes, at } = given;
  const { server } = problem;
  const texts = language === 'zh' ? supportTextsZh : supportTextsEn;
  const { title, why } = describeProblem(problem, language);
  const colon = language === 'zh' ? '：' : ': ';
  const host = hostOf(region, problem);
  const reason = problem.params['kind'] ?? problem.params['reason'] ?? problem.params['phase'];
  const code = reason === undefined ? problem.code : `${problem.code} (${reason})`;

  const lines: string[] = [texts.title];
  const add = (label: string, value: string | number) => lines.push(`${label}${colon}${value}`);
  add(texts.app, `${version} ${platform}`);
  if (region !== null) add(texts.region, region.kind);
  if (host !== null) add(texts.host, host);
  add(texts.problem, code);
  lines.push(`  ${title}`, ...(why === '' ? [] : [`  ${why}`]));
  const { systemCode } = problem.params;
  if (systemCode !== undefined) add(texts.systemCode, systemCode);
  if (server !== null) {
    add(texts.status, server.status);
    add(texts.logId, server.logId ?? texts.none);
  }
  add(texts.localTime, utc(server?.at ?? at, texts.unknown));
  if (server !== null) {
    add(texts.serverTime, utc(server.serverTime, texts.unknown));
    const offset = Math.round(clockOffsetAt(problem, 0) / 1000);
    if (offset !== 0) lines.push(fillText(texts.clock, { seconds: -offset }));
  }
  if (causes.length > 0) {
    lines.push(`${texts.causes}${colon.trimEnd()}`);
    for (const [index, cause] of causes.entries()) {
      lines.push(`  ${index + 1}. ${describeCause(cause, language).what} [${cause.code}]`);
    }
  }
  if (server !== null) {
    const contentType = server.contentType ?? texts.noContentType;
    lines.push(`${fillText(texts.answer, { contentType })}${colon.trimEnd()}`);
    lines.push(server.body.trim() === '' ? texts.empty : server.body);
  }
  return `${redact(lines.join('\n'))}\n`;
}
