import { create } from 'zustand';
import type { ConsoleAnswer } from '../../shared/console.ts';
import type { Endpoint } from '../../shared/coze/endpoints.ts';
import type { Problem } from '../../shared/problem.ts';
import { useAppStore } from '../app/app-store.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { noteBots } from '../app/seen-bots.ts';
import { attempt } from '../app/toast-store.ts';
import { type RequestForm, requestOf, startingForm } from './request-form.ts';
import { followed, type Sender, type TokenChoice } from './token-choice.ts';

export type Outcome =
  | { readonly kind: 'answer'; readonly answer: ConsoleAnswer }
  | { readonly kind: 'problem'; readonly problem: Problem };

interface ConsoleState {
  readonly search: string;
  readonly selectedId: string | null;
  readonly expanded: ReadonlySet<string>;
  readonly forms: Readonly<Record<string, RequestForm>>;
  readonly tokenChoice: TokenChoice;
  /** By {@link runId}: an answer belongs to the app, or the token, that asked. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly running: Readonly<Record<string, AbortController>>;
  readonly requestTab: 'params' | 'body' | 'headers';
  readonly answerTab: 'body' | 'headers';
}

export const useConsoleStore = create<ConsoleState>()(() => ({
  search: '',
  selectedId: null,
  expanded: new Set(['users', 'agents_apps', 'chat']),
  forms: {},
  tokenChoice: { kind: 'app' },
  outcomes: {},
  running: {},
  requestTab: 'params',
  answerTab: 'body',
}));

useAppStore.subscribe(({ tokens }, before) => {
  if (tokens === before.tokens) return;
  const { tokenChoice } = useConsoleStore.getState();
  const next = followed(tokenChoice, tokens);
  if (next !== tokenChoice) useConsoleStore.setState({ tokenChoice: next });
});

export function chooseToken(tokenChoice: TokenChoice): void {
  useConsoleStore.setState({ tokenChoice });
}

/** Names one endpoint's calls as one sender; nobody sends nothing. */
export function runId(endpoint: Endpoint, sender: Sender | null): string {
  return `${endpoint.id} ${sender?.key ?? ''}`;
}

export function useRequestForm(endpoint: Endpoint): RequestForm {
  const form = useConsoleStore((state) => state.forms[endpoint.id]);
  return form ?? startingForm(endpoint);
}

export function chooseEndpoint(endpoint: Endpoint): void {
  const hasParameters = endpoint.pathParams.length + endpoint.query.length > 0;
  const hasBody = endpoint.body !== null && endpoint.streaming !== 'multipart';
  const requestTab = hasBody && (!hasParameters || endpoint.pathParams.length === 0) ? 'body' : 'params';
  useConsoleStore.setState({ selectedId: endpoint.id, requestTab });
}

export function changeForm(endpoint: Endpoint, part: Partial<RequestForm>): void {
  useConsoleStore.setState((state) => ({
    forms: {
      ...state.forms,
      [endpoint.id]: { ...(state.forms[endpoint.id] ?? startingForm(endpoint)), ...part },
    },
  }));
}

function finish(id: string, outcome: Outcome): void {
  useConsoleStore.setState((state) => {
    const { [id]: _, ...running } = state.running;
    return { running, outcomes: { ...state.outcomes, [id]: outcome } };
  });
}

/** Opens or closes a group of the tree. */
export function toggleGroup(id: string): void {
  useConsoleStore.setState(({ expanded }) => {
    const next = new Set(expanded);
    if (!next.delete(id)) next.add(id);
    return { expanded: next };
  });
}

/** Sends what stands in the form; the main process adds the token. */
export async function send(endpoint: Endpoint, sender: Sender): Promise<void> {
  const { running, forms } = useConsoleStore.getState();
  const id = runId(endpoint, sender);
  if (running[id]) return;
  const controller = new AbortController();
  useConsoleStore.setState({ running: { ...running, [id]: controller } });
  const request = requestOf(endpoint, forms[endpoint.id] ?? startingForm(endpoint), sender.source);
  try {
    const answer = await call('console.send', request, { signal: controller.signal });
    finish(id, { kind: 'answer', answer });
    noteBots(endpoint.id, answer.text);
  } catch (thrown) {
    finish(id, { kind: 'problem', problem: problemOf(thrown) });
  }
}

/** Renews the token that was chosen, and sends with the new one. */
export async function renewAndSend(endpoint: Endpoint, sender: Sender): Promise<void> {
  if (sender.source.kind !== 'token') return send(endpoint, sender);
  const renewed = await attempt(call('tokens.renew', { tokenId: sender.source.tokenId }));
  if (renewed) await send(endpoint, { ...sender, source: { kind: 'token', tokenId: renewed.id } });
}

export function cancelSend(endpoint: Endpoint, sender: Sender): void {
  useConsoleStore.getState().running[runId(endpoint, sender)]?.abort();
}
