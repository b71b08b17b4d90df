import type { Hono } from 'hono';
import { redact } from '../../../shared/redact.ts';
import { durationSeconds, toEpochSeconds } from '../../../shared/time.ts';
import { answerJson, answerRefusal } from '../answer.ts';
import { createCheckSheet } from '../check-sheet.ts';
import type { PracticeContext, PracticeEnv } from '../practice-env.ts';
import type { PracticeState } from '../practice-state.ts';
import { RefusedError } from '../refusal.ts';
import { assertionChecks } from './assertion-checks.ts';
import { factsOfTokenCheck } from './check-facts.ts';
import { accountCheck, enterpriseCheck, grantChecks } from './grant-checks.ts';
import { requestChecks } from './request-checks.ts';
import { readTokenAttempt, type TokenAttempt, type TokenPath } from './token-attempt.ts';
import type { TokenCheck } from './token-check.ts';

export const tokenPathPrefix = '/api/permission/oauth2/';

const noBody = new Uint8Array();

const commonChecks = [...requestChecks, ...assertionChecks, ...grantChecks];

/** The checks that a request to `path` has to pass, in the order in which they are made. */
export function tokenChecksOf(path: TokenPath): readonly TokenCheck[] {
  switch (path.kind) {
    case 'plain':
      return commonChecks;
    case 'account':
      return [...commonChecks, accountCheck];
    case 'enterprise':
      return [...commonChecks, enterpriseCheck];
  }
}

/** The three token paths of OAuth JWT 授权: developer and channel, cross-account, enterprise. */
export function addTokenEndpoint(routes: Hono<PracticeEnv>, state: PracticeState): void {
  routes.post(`${tokenPathPrefix}token`, (c) => exchange(c, state, { kind: 'plain' }));
  routes.post(`${tokenPathPrefix}account/:id/token`, (c) =>
    exchange(c, state, { kind: 'account', id: c.req.param('id') }),
  );
  routes.post(`${tokenPathPrefix}enterprise_id/:id/token`, (c) =>
    exchange(c, state, { kind: 'enterprise', id: c.req.param('id') }),
  );
}

async function exchange(c: PracticeContext, state: PracticeState, path: TokenPath): Promise<Response> {
  const host = c.req.header('host') ?? '';
  const attempt = readTokenAttempt(
    { path, host, body: c.get('body') ?? noBody, authorization: c.req.header('authorization') },
    state.apps,
  );
  const { key, assertionReadable, header, claims } = attempt;
  if (assertionReadable) {
    c.set('assertion', { header: redact(JSON.stringify(header)), claims: redact(JSON.stringify(claims)) });
  }
  if (key !== null) c.set('sender', { clientId: key.app.clientId, name: key.app.name });
  try {
    await runChecks(c, state, attempt);
    return issue(c, state, attempt);
  } catch (error) {
    if (error instanceof RefusedError) return answerRefusal(c, error.refusal);
    throw error;
  }
}

async function runChecks(c: PracticeContext, state: PracticeState, attempt: TokenAttempt): Promise<void> {
  const checks = tokenChecksOf(attempt.path);
  const sheet = createCheckSheet(checks.map((check) => check.name));
  c.set('checks', sheet);
  const context = {
    now: toEpochSeconds(state.now()),
    faults: state.faults.current(),
    useOnce: state.useOnce,
  };
  for (const check of checks) {
    sheet.look(
      check.name,
      factsOfTokenCheck(check.name, attempt, context, state.apps, c.get('body') ?? noBody),
    );
    sheet.pass(check.name, await check.run(attempt, context));
  }
}

function issue(c: PracticeContext, state: PracticeState, attempt: TokenAttempt): Response {
  const { key, duration, scope } = attempt;
  if (key === null || duration === null || scope === 'malformed') {
    throw new Error('the checks let an incomplete request through');
  }
  const token = state.tokens.issue(
    {
      clientId: key.app.clientId,
      appType: key.app.type,
      path: attempt.path,
      scope: key.app.type === 'channel' ? scope : null,
      duration: durationSeconds(duration),
    },
    toEpochSeconds(state.now()),
  );
  return answerJson(c, 200, { access_token: token.text, expires_in: token.expiresAt });
}
