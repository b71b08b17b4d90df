import type { HttpClient, StreamingClient } from '../http/client.ts';
import type { ServerClock } from './server-clock.ts';

/** The same client, but every answer that passes tells `serverClock` the time of its origin. */
export function learnFromAnswers(
  http: HttpClient,
  serverClock: Pick<ServerClock, 'remember' | 'learn'>,
): HttpClient {
  return {
    ...http,
    send: async (request) => {
      const sentAt = serverClock.remember();
      const answer = await http.send(request);
      serverClock.learn(new URL(answer.url).origin, answer, sentAt());
      return answer;
    },
  };
}

/** The same of a client whose answers are read as they come. */
export function learnFromStreams(
  http: StreamingClient,
  serverClock: Pick<ServerClock, 'remember' | 'learn'>,
): StreamingClient {
  return {
    ...learnFromAnswers(http, serverClock),
    connect: http.connect,
    open: async (request) => {
      const sentAt = serverClock.remember();
      const answer = await http.open(request);
      serverClock.learn(new URL(answer.url).origin, answer, sentAt());
      return answer;
    },
  };
}
