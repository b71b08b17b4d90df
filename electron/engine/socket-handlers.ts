import type { CallName, Handlers } from '../../shared/bridge.ts';
import type { RunRequest } from '../../shared/console-run.ts';
import type { SocketRequest } from '../../shared/console-socket.ts';
import { socketUrl } from '../../shared/coze/socket/socket-url.ts';
import type { SocketPlan } from '../console/follow-socket.ts';
import type { ConsoleServices } from './console-services.ts';
import type { EngineContext } from './context.ts';
import { planRun } from './plan-run.ts';

type SocketCalls = Pick<
  Handlers,
  Extract<
    CallName,
    | `console.${string}ocket${string}`
    | 'console.connect'
    | 'console.sendMessage'
    | 'console.sendFile'
    | 'console.messages'
  >
>;

/** @throws as `planRun` does */
async function planSocket(
  context: EngineContext,
  services: ConsoleServices,
  { source, endpointId, path, query, variableSetId }: SocketRequest,
): Promise<SocketPlan> {
  const request: RunRequest = {
    source,
    endpointId,
    method: 'GET',
    target: { kind: 'region', path },
    query,
    headers: [],
    body: { kind: 'none' },
    variableSetId,
  };
  const plan = await planRun(context, services, request);
  return { ...plan, url: socketUrl(plan.url), shownUrl: socketUrl(plan.shownUrl) };
}

/** The WebSockets of the console. */
export function socketHandlers(context: EngineContext, services: ConsoleServices): SocketCalls {
  const { sockets, files, variables } = services;
  return {
    'console.connect': async ({ request }, { windowGone }) => {
      const plan = await planSocket(context, services, request);
      return { socketId: sockets.connect(plan, windowGone ?? new AbortController().signal) };
    },
    'console.sendMessage': async ({ socketId, text, variableSetId }) => {
      const { json, secrets } = await variables.resolveJson(text, variableSetId);
      sockets.send(socketId, json, secrets);
      return null;
    },
    'console.sendFile': async ({ socketId, fileId, form, bytes, pauseMs }, { signal }) => {
      const { source } = await files.open(fileId);
      await sockets.sendFile(socketId, { source, form, bytes, pauseMs }, signal);
      return null;
    },
    'console.closeSocket': async ({ socketId }) => {
      sockets.close(socketId);
      return null;
    },
    'console.sockets': async () => sockets.all(),
    'console.messages': async ({ socketId, from, limit }) => sockets.messages(socketId, from, limit),
    'console.dropSocket': async ({ socketId }) => {
      await sockets.drop(socketId);
      return null;
    },
  };
}
