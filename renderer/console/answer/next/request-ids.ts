import { isKnownId } from '../../../../shared/coze/known-ids.ts';
import { foundIds } from '../../../../shared/json/index/found-ids.ts';
import { indexJson } from '../../../../shared/json/index/index-json.ts';
import { useTabsStore } from '../../tabs-store.ts';

const longestBody = 200_000;

/** The ids in the JSON body of the tab that a run belongs to: an answer does not repeat, say, the workflow. */
export function requestIds(runId: string): readonly (readonly [string, string])[] {
  const tab = useTabsStore.getState().tabs.find(({ runIds }) => runIds.includes(runId));
  const body = tab?.history.present.body;
  if (body?.kind !== 'json' || body.json.length > longestBody) return [];
  const bytes = new TextEncoder().encode(body.json);
  const { index, read } = indexJson(bytes);
  read(bytes.length, true);
  return [...foundIds(index, isKnownId)];
}
