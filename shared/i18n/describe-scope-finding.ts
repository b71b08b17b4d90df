import type { ScopeFinding } from '../coze/scope/scope-finding.ts';
import type { JsonErrorCode } from '../json/parse-json.ts';
import type { FindingDescription } from './describe-finding.ts';
import { fillText } from './fill-text.ts';
import { findingsTextsIn } from './findings-texts-in.ts';
import { scopeTextsEn } from './scope-texts.en.ts';
import { scopeTextsZh } from './scope-texts.zh.ts';

/** The sentences for what there is to say about a scope. */
export function describeScopeFinding(
  { code, params }: Pick<ScopeFinding, 'code' | 'params'>,
  language: 'zh' | 'en',
): FindingDescription {
  const texts = language === 'zh' ? scopeTextsZh : scopeTextsEn;
  const reason = params['reason'];
  const shown =
    code === 'invalid-json'
      ? { ...params, reason: findingsTextsIn(language)[`json.${String(reason) as JsonErrorCode}`] }
      : params;
  return {
    message: fillText(texts[`scope.${code}`], shown),
    remedy: fillText(texts[`scope-remedy.${code}`], shown),
  };
}
