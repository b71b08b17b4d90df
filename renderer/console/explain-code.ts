import errorCodes from '../../shared/coze/error-codes.json' with { type: 'json' };

/** What Coze's own error code means, in `language`; null when no source explains it. */
export function explainCode(code: number, language: string): string | null {
  const entry = errorCodes.find((candidate) => Number(candidate.code) === code);
  if (!entry) return null;
  return language === 'zh'
    ? (entry.meaning_zh ?? null)
    : [entry.meaning_en, entry.hint].filter(Boolean).join('. ');
}
