import type { EndpointVerdict } from '../../shared/coze/scope/endpoint-verdicts.ts';

/** Those whose endpoint holds every word of `query` in a name (either language), path, method, id or permission. */
export function filterVerdicts(
  verdicts: readonly EndpointVerdict[],
  query: string,
): readonly EndpointVerdict[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return verdicts.filter(({ endpoint, needs }) => {
    const { name_en, name_zh, method, path, id, permission } = endpoint;
    const named = `${permission ?? ''} ${needs?.flat().join(' ') ?? ''}`;
    const text = `${name_en} ${name_zh} ${method} ${path} ${id} ${named}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
