/** Documents whose own names are Chinese, in English. */
const inEnglish: ReadonlyMap<string, string> = new Map([
  ['OAuth JWT 授权（渠道场景）', 'OAuth JWT authorization, channel scenario'],
  ['OAuth 授权码授权', 'OAuth authorization code grant'],
  ['通过 JWT 获取 Oauth Access Token', 'Get an OAuth access token with a JWT'],
]);

/**
 * Where something is written, as it is told in `language`: in English a Chinese document has its name in English and,
 * to be searched for, its own. `source` may name several, with `; ` between them.
 */
export function sourceName(source: string, language: 'zh' | 'en'): string {
  if (language === 'zh') return source;
  return source
    .split('; ')
    .map((name) => {
      const english = inEnglish.get(name);
      return english === undefined ? name : `${english} (${name})`;
    })
    .join('; ');
}
