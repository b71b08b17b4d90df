/** What an entry of the catalogue is called, in both languages; the catalogue is loaded when it is first asked for. */
export async function endpointNames(): Promise<(endpointId: string) => string> {
  const { endpoints } = await import('../../shared/coze/endpoints.ts');
  const names = new Map(endpoints.map(({ id, name_en, name_zh }) => [id, `${name_en}\n${name_zh}`]));
  return (endpointId) => names.get(endpointId) ?? '';
}
