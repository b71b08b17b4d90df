import { type CozeValue, writeCozeJson } from './coze-json.ts';
import type { PracticeContext } from './practice-env.ts';
import type { ApiRefusal, OAuthRefusal, Refusal } from './refusal.ts';

const jsonType = { 'content-type': 'application/json; charset=utf-8' };

/** Answers with JSON; ids take the form that the request's `Agw-Js-Conv` asks for. */
export function answerJson(c: PracticeContext, status: number, value: CozeValue): Response {
  const idForm = c.req.header('agw-js-conv') === 'str' ? 'text' : 'number';
  return new Response(writeCozeJson(value, idForm), { status, headers: jsonType });
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
