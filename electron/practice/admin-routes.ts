import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { ProblemError } from '../../shared/problem.ts';
import { parseJsonBytes } from './parse-json-bytes.ts';
import type { PracticeEnv } from './practice-env.ts';
import type { PracticeState } from './practice-state.ts';

export const adminPrefix = '/practice/';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/**
 * `GET` and `POST /practice/faults`, `GET /practice/log`: practice Coze's own controls, no part of Coze. Each needs
 * `Authorization: Bearer` and the run's admin key.
 */
export function adminRoutes(state: PracticeState): Hono<PracticeEnv> {
  const routes = new Hono<PracticeEnv>();
  const expected = sha256(`Bearer ${state.adminKey}`);
  routes.use(async (c, next) => {
    const given = sha256(c.req.header('authorization') ?? '');
    if (!timingSafeEqual(given, expected)) return c.json({ error: 'admin-key' }, 401);
    return next();
  });
  routes.get('/faults', (c) => c.json(state.faults.current()));
  routes.post('/faults', (c) => {
    try {
      return c.json(state.faults.change(parseJsonBytes(c.get('body') ?? new Uint8Array())));
    } catch (error) {
      if (error instanceof ProblemError)
        return c.json({ error: error.problem.code, ...error.problem.params }, 400);
      throw error;
    }
  });
  routes.get('/log', (c) => c.json({ entries: state.log.entries() }));
  return routes;
}
