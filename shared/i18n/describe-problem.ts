import type { RefusalKind } from '../coze/exchange-answer.ts';
import type { Problem } from '../problem.ts';
import { certificateNames, certificateTexts } from './certificate-texts.ts';
import { fillText } from './fill-text.ts';
import { problemTextsEn } from './problem-texts.en.ts';
import { problemTextsZh } from './problem-texts.zh.ts';
import { reasonTextsEn } from './reason-texts.en.ts';
import { reasonTextsZh } from './reason-texts.zh.ts';
import { type RefusalText, refusalTextsEn } from './refusal-texts.en.ts';
import { refusalTextsZh } from './refusal-texts.zh.ts';

/** A problem in words: what happened, why, and what to do. Parts that have nothing to say are empty. */
export interface ProblemDescription {
  readonly title: string;
  readonly why: string;
  /** What the server's words mean, for a refusal of the token endpoint. */
  readonly means: string;
  readonly todo: string;
}

type ProblemSubject = Pick<Problem, 'code' | 'params'>;

function isRefusalKind(kind: string): kind is RefusalKind {
  return Object.hasOwn(refusalTextsEn, kind);
}

function refusalText({ code, params }: ProblemSubject, language: 'zh' | 'en'): RefusalText | null {
  if (code !== 'exchange/refused') return null;
  const kind = String(params['kind']);
  return (language === 'zh' ? refusalTextsZh : refusalTextsEn)[isRefusalKind(kind) ? kind : 'unknown'];
}

/** Problems whose `limit` counts bytes. */
const sizeLimits: ReadonlySet<string> = new Set([
  'key/too-large',
  'http/too-large',
  'pins/too-large',
  'token/too-many-to-keep',
]);

function sizeInWords(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KiB` : `${Math.round(bytes / 1_048_576)} MiB`;
}

function paramsInWords({ code, params }: ProblemSubject, language: 'zh' | 'en'): Problem['params'] {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> =
    language === 'zh' ? reasonTextsZh : reasonTextsEn;
  const words = tables[code] ?? {};
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name === 'reason' || name === 'phase')
        return [name, fillText(words[value] ?? String(value), params)];
      return [name, sizeLimits.has(code) && name === 'limit' ? sizeInWords(Number(value)) : value];
    }),
  );
}

/** Which certificate the server showed; empty where none was seen. */
function certificateText({ params }: ProblemSubject, language: 'zh' | 'en'): string {
  const { certSubject, certFrom, certTo, certNames } = params;
  if (certSubject === undefined) return '';
  return fillText(certificateTexts[language], {
    ...params,
    certFrom: String(certFrom).slice(0, 10),
    certTo: String(certTo).slice(0, 10),
    names: certNames ? fillText(certificateNames[language], params) : '',
  });
}

/** Says `problem` in `language`; for screens and terminals alike. */
export function describeProblem(problem: ProblemSubject, language: 'zh' | 'en'): ProblemDescription {
  const { title, why, todo } = (language === 'zh' ? problemTextsZh : problemTextsEn)[problem.code];
  const params = paramsInWords(problem, language);
  const refusal = refusalText(problem, language);
  return {
    title: fillText(title, params),
    why: [fillText(why, params), certificateText(problem, language)]
      .filter((sentence) => sentence !== '')
      .join(language === 'zh' ? '' : ' '),
    means: refusal?.means ?? '',
    todo: refusal?.todo ?? fillText(todo, params),
  };
}
