import { type LinkAnswer, loopbackPaths } from '../../../shared/loopback.ts';
import { post } from './request.ts';

/** A link that lets another browser in, once; null when the host could not be asked. */
export async function newLink(): Promise<string | null> {
  const answer = await post(loopbackPaths.link);
  if (answer === null || answer.status !== 200) return null;
  const { link }: LinkAnswer = await answer.json();
  return link;
}
