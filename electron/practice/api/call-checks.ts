import { type ApiRefusal, refuseCall } from '../refusal.ts';
import { findBot, type PracticeBot, world } from '../world.ts';
import type { ApiCall } from './api-endpoint.ts';
import { refuseBot } from './permission.ts';

/** Code 4000 about one parameter. */
export function refuseParameter(name: string, wanted: string, seen?: unknown): ApiRefusal {
  return refuseCall(4000, `Request parameter error: ${name} must be ${wanted}`, { seen, wanted });
}

/** Code 4200 about one id. */
export function refuseUnknown(name: string, id: string): ApiRefusal {
  return refuseCall(4200, `Requested resource ${name}=${id} does not exist`, { seen: id });
}

/** Ticks `parameters`: every one of `names` stands in the query. Their values, in order. */
export function requireQuery<const Names extends readonly string[]>(
  { query, sheet }: ApiCall,
  names: Names,
): { readonly [Name in Names[number]]: string } {
  const values = names.map((name) => [name, query(name)] as const);
  const absent = values.find(([, value]) => value === null);
  const all = Object.fromEntries(values) as { readonly [Name in Names[number]]: string };
  return sheet.pass('parameters', absent === undefined ? all : refuseParameter(absent[0], 'present'));
}

/** Ticks `bot-allowed` and `bot-known`. */
export function requireBot({ sheet, token }: ApiCall, botId: string, permission: string): PracticeBot {
  sheet.pass('bot-allowed', refuseBot(token.scope, botId, permission));
  return sheet.pass('bot-known', findBot(botId) ?? refuseUnknown('bot_id', botId));
}

/** Ticks `workspace-known`. */
export function requireWorkspace({ sheet }: ApiCall, name: string, id: string): void {
  sheet.pass('workspace-known', id === world.workspaceId ? null : refuseUnknown(name, id));
}

/** Ticks `page`: the page number and size, 1 and 20 when absent. */
export function requirePage(
  { query, sheet }: ApiCall,
  numberName: string,
): { readonly number: number; readonly size: number } {
  const number = readCount(query(numberName), 1, 1_000_000);
  const size = readCount(query('page_size'), 20, 1000);
  if (number === null) return sheet.fail('page', refuseParameter(numberName, 'a positive integer'));
  return sheet.pass(
    'page',
    size === null ? refuseParameter('page_size', 'a positive integer') : { number, size },
  );
}

function readCount(text: string | null, absent: number, most: number): number | null {
  if (text === null) return absent;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

/** The part of `all` that stands on the page. */
export function onPage<Item>(
  all: readonly Item[],
  { number, size }: { readonly number: number; readonly size: number },
): readonly Item[] {
  return all.slice((number - 1) * size, number * size);
}
