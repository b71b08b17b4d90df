import { type CozeValue, type IdForm, writeCozeJson } from './coze-json.ts';
import type { PracticeContext } from './practice-env.ts';
import type { ApiRefusal, OAuthRefusal, Refusal } from './refusal.ts';

const jsonType = { 'content-type': 'application/json; charset=utf-8' };

/**
 * How ids are written in the answer: as texts when `Agw-Js-Conv: str` asks for it. The official SDKs, which name
 * themselves in a header of their own, read them as texts without asking.
 */
export function idFormOf(c: PracticeContext): IdForm {
  const asked = c.req.header('agw-js-conv') === 'str';
  return asked || c.req.header('x-coze-client-user-agent') !== undefined ? 'text' : 'number';
}

/** Answers with JSON; ids take the form of {@link idFormOf}. */
export function answerJson(c: PracticeContext, status: number, value: CozeValue): Response {
  return new Response(writeCozeJson(value, idFormOf(c)), { status, headers: jsonType });
}

/** Answers an API request that went well with Coze's envelope; `members` are `data` and what stands beside it. */
export function answerEnvelope(
  c: PracticeContext,
  members: { readonly [member: string]: CozeValue | undefined },
): Response {
  return answerJson(c, 200, { code: 0, msg: '', ...members, detail: { logid: c.get('logId') } });
}

/** Answers with `refusal` in the form of the endpoint that refuses, and leaves it for the request log. */
export function answerRefusal(c: PracticeContext, refusal: Refusal): Response {
  c.set('refusal', refusal);
  return answerJson(c, refusal.status, refusalBody(c, refusal));
}

function refusalBody(c: PracticeContext, refusal: OAuthRefusal | ApiRefusal): CozeValue {
  if (refusal.refusedBy === 'api') {
    return { code: refusal.code, msg: refusal.message, detail: { logid: c.get('logId') } };
  }
  return { error_code: refusal.code, error_message: refusal.message, error: refusal.code };
}
