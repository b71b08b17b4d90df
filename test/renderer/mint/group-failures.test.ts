import { expect, it } from 'vitest';
import { groupFailures } from '../../../renderer/mint/group-failures.ts';
import type { SessionMint } from '../../../renderer/mint/session-run.ts';
import type { Problem, ServerWords } from '../../../shared/problem.ts';

const words = (logId: string): ServerWords => ({
  status: 403,
  logId,
  contentType: null,
  at: 0,
  serverTime: null,
  body: '',
});
const refused = (kind: string, logId: string): Problem => ({
  code: 'exchange/refused',
  params: { kind },
  remedies: [],
  server: words(logId),
});
const failed = (name: string, problem: Problem): SessionMint => ({ name, state: 'failed', problem });

it('says a shared failure once, with all its names', () => {
  const first = refused('app-deactivated', 'log-1');
  const other = refused('parameter', 'log-3');
  expect(
    groupFailures([
      { name: 'u-0', state: 'minted', problem: null },
      failed('u-1', first),
      failed('u-2', refused('app-deactivated', 'log-2')),
      failed('u-3', other),
      { name: 'u-4', state: 'called-off', problem: null },
    ]),
  ).toEqual([
    { problem: first, names: ['u-1', 'u-2'] },
    { problem: other, names: ['u-3'] },
  ]);
});
