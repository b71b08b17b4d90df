import { findBot, world } from '../world.ts';
import type { Chat } from './chat-store.ts';

const quotedLimit = 200;

/** What the agent of practice Coze says: one real sentence in Chinese, the same for the same question. */
export function agentAnswer({ botId, question }: Pick<Chat, 'botId' | 'question'>): string {
  const name = findBot(botId)?.name ?? '';
  const characters = Array.from(question);
  const quoted =
    characters.length > quotedLimit ? `${characters.slice(0, quotedLimit).join('')}……` : question;
  if (quoted === '') return `你好，我是${name}。你还没有提问，先说点什么吧。`;
  if (botId === world.botIds[1]) return `喵，你说的是：“${quoted}”。`;
  return `你好，我是${name}。你问的是“${quoted}”。这里是练习用的扣子，没有接入模型，但你的令牌和请求都是对的。`;
}
