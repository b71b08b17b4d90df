import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../electron/cli/run-command-line.ts';
import type { Fix } from '../../../shared/coze/lint/lint-finding.ts';
import {
  claims,
  cn,
  com,
  goodHeader,
  loopback,
  wrongAssertions,
} from '../../fixtures/jwt/coze-assertions.ts';
import { encodeToken } from '../../fixtures/jwt/encode-token.ts';
import { fakeTerminal } from './fake-terminal.ts';

interface ShownFinding {
  readonly code: string;
  readonly path: string | null;
  /** Only of what Coze would say. */
  readonly source?: string;
  readonly fix?: Fix | null;
}

function changeOf(fix: Fix | null | undefined): string | null {
  if (!fix) return null;
  return 'remove' in fix ? 'remove' : fix.value;
}

const regions = new Map([
  [cn, 'cn'],
  [com, 'com'],
  [loopback, 'http://127.0.0.1:8787'],
]);
/** What a command line can be told: the region and the moment, not the app. */
const corpus = wrongAssertions.flatMap((wrong) => {
  const region = regions.get(wrong.context ?? cn);
  return region === undefined ? [] : [{ ...wrong, region }];
});

describe('coze-mint lint', () => {
  test.each(corpus)('finds: $name', async ({ region, header = goodHeader, payload = claims(), expected }) => {
    const args = ['lint', '--json', '--region', region, '--at', String(cn.now)];
    const terminal = fakeTerminal(encodeToken(header, payload));
    await runCommandLine(args, terminal);
    const findings: readonly ShownFinding[] = JSON.parse(terminal.printed.out).tokens[0].findings;
    const ofCoze = findings.filter(({ source }) => source !== undefined);
    expect(ofCoze.map(({ code, path, fix }) => [code, path, changeOf(fix)])).toEqual(expected);
  });
});
