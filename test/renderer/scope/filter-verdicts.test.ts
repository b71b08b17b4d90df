import { expect, it } from 'vitest';
import { filterVerdicts } from '../../../renderer/scope/filter-verdicts.ts';
import { judgeEndpoints } from '../../../shared/coze/scope/endpoint-verdicts.ts';
import { readScope } from '../../../shared/coze/scope/read-scope.ts';

const verdicts = judgeEndpoints(readScope(''), true);
const ids = (query: string) => filterVerdicts(verdicts, query).map(({ endpoint }) => endpoint.id);

it('finds endpoints by every word, in any of their names', () => {
  expect(ids('')).toHaveLength(verdicts.length);
  expect(ids('post /V3/chat')).toContain('chat_v3');
  expect(ids('创建智能体')).toContain('create_bot');
  expect(ids('createBot')).toContain('create_bot');
  expect(ids('Connector.botChat')).toContain('chat_v3');
  expect(ids('nothing like this')).toEqual([]);
});
