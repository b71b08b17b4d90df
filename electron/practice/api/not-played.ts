import type { Hono } from 'hono';
import { answerRefusal } from '../answer.ts';
import type { PracticeEnv } from '../practice-env.ts';
import { refuseCall } from '../refusal.ts';
import { catalogueEntry } from './catalogue.ts';

/** The entries of the catalogue that practice Coze does not play: WebSockets, live streams and consent pages. */
export const endpointsNotPlayed: readonly string[] = [
  'asr_api',
  'tts_api',
  'streaming_chat_api',
  'simult_interpretation',
  'audio_live_retrieve',
  'oauth_device_code',
  'oauth_authorize',
];

/** Refuses by name, whoever asks, what practice Coze does not play. Nothing about these answers is documented. */
export function addNotPlayed(routes: Hono<PracticeEnv>): void {
  for (const id of endpointsNotPlayed) {
    const { method, path, name_en: name } = catalogueEntry(id);
    const refusal = refuseCall(4200, `Practice Coze does not play this one: ${name} (${id})`, {
      status: 501,
      undocumented: ['status', 'code', 'message'],
    });
    routes.on(method, path, (c) => answerRefusal(c, refusal));
  }
}
