/** Where the weather is asked for; null when a question is not about the weather. */
export function weatherPlace(question: string): string | null {
  const match = /^(.*?)(?:今天|明天|现在)?的?(?:天气|weather)/is.exec(question);
  if (match === null) return null;
  const place = (match[1] ?? '').replace(/[\s，。？?！!,.]|请问|查一下|查|今天|明天|现在/g, '');
  return Array.from(place).slice(0, 20).join('') || '杭州';
}
