import { redact } from '../../../shared/redact.ts';
import {
  isSecretUnder,
  secretHeader,
  secretParameter,
  urlWithoutNamedSecrets,
} from '../../../shared/secret-names.ts';
import { readRuns } from '../answer/runs/kept-runs.ts';
import type { RunFacts } from '../answer/runs/run-facts.ts';
import { markedPair, markedPart } from '../request/not-kept.ts';
import {
  type BodyDraft,
  bodyKinds,
  freeDraft,
  isMethod,
  type PairRow,
  type PartRow,
  type RequestDraft,
} from '../request/request-draft.ts';
import { readSocketDraft, type SocketDraft } from '../sockets/socket-draft.ts';
import { type TabView, tabViews } from './tab-view.ts';

/** What is kept of a tab between two runs of the app: what was typed, without secrets and without answers. */
export interface KeptTab {
  readonly id: string;
  readonly draft: RequestDraft;
  readonly view: TabView;
  readonly withToken: boolean;
  readonly touched: boolean;
  /** Of a WebSocket only. */
  readonly socket?: SocketDraft;
  /** What was sent from it, newest first; the answers are in the history at most. */
  readonly pastRuns?: readonly RunFacts[];
}

export interface KeptTabs {
  readonly tabs: readonly KeptTab[];
  readonly selectedId: string | null;
}

const version = 1;
/** More tabs than these are not kept; the newest are. */
const mostTabs = 500;
/** Characters of all kept tabs together; a body that does not fit any more is left out. */
const mostCharacters = 1_500_000;

function keptText(name: string, text: string, secretNames: RegExp): string {
  return isSecretUnder(name, text, secretNames) ? '' : redact(text);
}

function keptRow(row: PairRow, secretNames: RegExp): PairRow {
  const value = keptText(row.name, row.value, secretNames);
  return markedPair({ ...row, value }, value !== row.value);
}

function keptPart(part: PartRow): PartRow {
  const text = keptText(part.name, part.text, secretParameter);
  const [contentType, fileName] = [redact(part.contentType), redact(part.fileName)];
  return markedPart({ ...part, text, contentType, fileName, file: null }, text !== part.text);
}

function keptBody(body: BodyDraft, room: number): BodyDraft {
  const parts = body.parts.map(keptPart);
  const size = body.json.length + body.text.length + parts.reduce((sum, { text }) => sum + text.length, 0);
  const empty = freeDraft().body;
  if (size > room) return { ...empty, kind: body.kind, textType: body.textType, fileType: body.fileType };
  const isWhole = body.readable === body.json;
  const json = redact(body.json);
  return {
    ...body,
    json,
    readable: isWhole ? json : redact(body.readable).slice(0, 200_000),
    text: redact(body.text),
    parts,
    file: null,
  };
}

function keptDraft(draft: RequestDraft, room: number): RequestDraft {
  return {
    ...draft,
    address: urlWithoutNamedSecrets(redact(draft.address)),
    path: Object.fromEntries(Object.entries(draft.path).map(([name, value]) => [name, redact(value)])),
    query: draft.query.map((row) => keptRow(row, secretParameter)),
    headers: draft.headers.map((row) => keptRow(row, secretHeader)),
    body: keptBody(draft.body, room),
  };
}

/** The tabs as text to be kept: the newest of them, as far as there is room. */
export function writeTabs({ tabs, selectedId }: KeptTabs): string {
  let room = mostCharacters;
  const kept: KeptTab[] = [];
  for (const tab of tabs.slice(-mostTabs).toReversed()) {
    const draft = keptDraft(tab.draft, room);
    room = Math.max(0, room - JSON.stringify(draft).length);
    const { socket, ...rest } = tab;
    const size = socket === undefined ? 0 : JSON.stringify(socket).length;
    const fits = socket !== undefined && size <= room;
    if (fits) room -= size;
    kept.unshift({ ...rest, draft, ...(fits ? { socket } : {}) });
  }
  return JSON.stringify({ version, tabs: kept, selectedId });
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOr = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

function readMark({ notKept }: Fields): Pick<PairRow, 'notKept'> {
  return typeof notKept === 'string' ? { notKept } : {};
}

function readPairs(value: unknown): readonly PairRow[] {
  return listOf(value).map((row, index) => ({
    id: index + 1,
    on: row['on'] !== false,
    name: textOr(row['name'], ''),
    value: textOr(row['value'], ''),
    known: row['known'] === true,
    ...readMark(row),
  }));
}

function readParts(value: unknown): readonly PartRow[] {
  return listOf(value).map((row, index) => ({
    id: index + 1,
    on: row['on'] !== false,
    name: textOr(row['name'], ''),
    kind: row['kind'] === 'file' ? 'file' : 'text',
    text: textOr(row['text'], ''),
    file: null,
    contentType: textOr(row['contentType'], ''),
    fileName: textOr(row['fileName'], ''),
    known: row['known'] === true,
    ...readMark(row),
  }));
}

function readBodyDraft(value: unknown): BodyDraft {
  const fields = isFields(value) ? value : {};
  const { body } = freeDraft();
  return {
    kind: bodyKinds.find((kind) => kind === fields['kind']) ?? 'none',
    json: textOr(fields['json'], body.json),
    readable: textOr(fields['readable'], body.readable),
    text: textOr(fields['text'], ''),
    textType: textOr(fields['textType'], body.textType),
    parts: readParts(fields['parts']),
    file: null,
    fileType: textOr(fields['fileType'], body.fileType),
  };
}

/** The region alone says where WebSockets are: an address with a host was kept by earlier versions. */
const cozeSockets = /^wss:\/\/ws\.coze\.(?:cn|com)(?=\/)/i;

function readDraft(value: Fields): RequestDraft {
  const method = textOr(value['method'], 'GET');
  const path = isFields(value['path']) ? Object.entries(value['path']) : [];
  const set = value['variableSetId'];
  const endpointId = value['endpointId'];
  const address = textOr(value['address'], '');
  const isSocket = value['isSocket'] === true || /^wss?:/i.test(address);
  return {
    endpointId: typeof endpointId === 'string' ? endpointId : null,
    method: isMethod(method) ? method : 'GET',
    address: isSocket ? address.replace(cozeSockets, '') : address,
    path: Object.fromEntries(path.map(([name, text]) => [name, textOr(text, '')])),
    query: readPairs(value['query']),
    headers: readPairs(value['headers']),
    body: readBodyDraft(value['body']),
    variableSetId: typeof set === 'string' ? set : null,
    ...(isSocket ? { isSocket } : {}),
  };
}

function readTab(value: Fields): KeptTab | null {
  const { id, draft, view } = value;
  const socket = readSocketDraft(value['socket']);
  const pastRuns = readRuns(value['pastRuns']);
  if (typeof id !== 'string' || id === '' || !isFields(draft)) return null;
  return {
    id,
    draft: readDraft(draft),
    view: tabViews.find((known) => known === view) ?? 'params',
    withToken: value['withToken'] !== false,
    touched: value['touched'] === true,
    ...(socket === null ? {} : { socket }),
    ...(pastRuns.length === 0 ? {} : { pastRuns }),
  };
}

/** Reads what {@link writeTabs} wrote. What is damaged or of another version is left out; it never throws. */
export function readTabs(text: string | null): KeptTabs {
  const none: KeptTabs = { tabs: [], selectedId: null };
  if (text === null) return none;
  try {
    const kept: unknown = JSON.parse(text);
    if (!isFields(kept) || kept['version'] !== version) return none;
    const tabs = listOf(kept['tabs'])
      .map(readTab)
      .filter((tab) => tab !== null);
    const once = tabs.filter((tab, index) => tabs.findIndex(({ id }) => id === tab.id) === index);
    const selected = once.find(({ id }) => id === kept['selectedId']) ?? once.at(-1);
    return { tabs: once, selectedId: selected?.id ?? null };
  } catch {
    return none;
  }
}
