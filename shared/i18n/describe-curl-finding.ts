import type { CurlFinding } from '../curl/curl-finding.ts';
import { curlTextsEn } from './curl-texts.en.ts';
import { curlTextsZh } from './curl-texts.zh.ts';
import { fillText } from './fill-text.ts';

/** The sentence for what there is to say about a curl command. */
export function describeCurlFinding(
  { code, params }: Pick<CurlFinding, 'code' | 'params'>,
  language: 'zh' | 'en',
): string {
  return fillText((language === 'zh' ? curlTextsZh : curlTextsEn)[`curl.${code}`], params);
}
