import { assertNever } from '../../../../shared/assert-never.ts';
import type { PracticeState } from '../../practice-state.ts';
import { world } from '../../world.ts';
import type { MessageType } from '../conversations/conversation.ts';
import type { Chat, Reply, ReplyOutcome, ReplyPart } from './chat.ts';
import { inPieces } from './in-pieces.ts';
import { speechPieces } from './speech-pieces.ts';
import { readCommand, type SpokenCommand } from './spoken-command.ts';
import { weatherPlace } from './weather-place.ts';

/** What an agent is asked, and what it may remember. */
export interface Asked {
  readonly agent: Chat['agent'];
  readonly question: string;
  /** What the user said before in this section, oldest first. */
  readonly earlier: readonly string[];
  readonly isSpoken: boolean;
}

type Source = Pick<PracticeState, 'newId' | 'randomBytes'>;

const completed: ReplyOutcome = { kind: 'completed' };
const quotedLimit = 200;
const followUps = ['令牌多久过期？', 'kid 是什么？', 'aud 应该填什么？'];
const verbose = { msg_type: 'generate_answer_finish', data: '', from_module: null, from_unit: null };

/** What an agent of practice Coze does in answer to a question: the same for the same question. */
export function replyTo(asked: Asked, source: Source): Reply {
  const command = readCommand(asked.question);
  if (command !== null) return obey(command, asked, source);
  const place = asked.agent.id === world.weatherBotId ? weatherPlace(asked.question) : null;
  return place === null ? say(answerOf(asked), asked, source) : callTool(place, source);
}

/** What an agent says after its tool has answered with `output`. */
export function replyToTool(output: string, asked: Asked, source: Source): Reply {
  const { parts, outcome } = say(`查到了：${output}`, asked, source);
  return { parts: [part(source, 'tool_response', output), ...parts], outcome };
}

function obey(command: SpokenCommand, asked: Asked, source: Source): Reply {
  switch (command.kind) {
    case 'count': {
      const pieces = Array.from({ length: command.to }, (_, index) => `${index + 1} `);
      return { parts: [part(source, 'answer', pieces.join(''), { pieces })], outcome: completed };
    }
    case 'fail': {
      const message = `Practice Coze failed as it was asked to: ${command.code}`;
      return { parts: [], outcome: { kind: 'failed', code: command.code, message } };
    }
    case 'recall': {
      const last = asked.earlier.at(-1);
      const answer =
        last === undefined ? '这段上下文里，你还没有说过别的话。' : `你刚才说的是：“${quote(last)}”。`;
      return say(answer, asked, source);
    }
    default:
      return assertNever(command);
  }
}

/** An answer with what comes along with it: thoughts and suggestions of the guide, speech when the question was spoken. */
function say(content: string, { agent, isSpoken }: Asked, source: Source): Reply {
  const isGuide = agent.id === world.botIds[0];
  const answer = part(source, 'answer', content, {
    pieces: inPieces(content),
    reasoning: isGuide ? '先看清问题，再用一句话回答。' : null,
    speech: isSpoken ? speechPieces() : [],
  });
  const finish = part(source, 'verbose', JSON.stringify(verbose));
  const suggestions = isGuide ? followUps.map((text) => part(source, 'follow_up', text)) : [];
  return { parts: [answer, finish, ...suggestions], outcome: completed };
}

function callTool(location: string, source: Source): Reply {
  const name = 'get_weather';
  const members = { location, type: 0 };
  const toolCall = {
    id: Buffer.from(source.randomBytes(41)).toString('base64'),
    name,
    arguments: JSON.stringify(members),
  };
  const content = JSON.stringify({ name, arguments: members, plugin_type: 1 });
  return {
    parts: [part(source, 'function_call', content)],
    outcome: { kind: 'requires_action', toolCall },
  };
}

function answerOf({ agent, question }: Asked): string {
  const quoted = quote(question);
  switch (agent.id) {
    case world.botIds[1]:
      return `喵，你说的是：“${quoted}”。`;
    case world.weatherBotId:
      return `我只会查天气。你说的是“${quoted}”，换成“杭州天气”试试。`;
    default:
      return `你好，我是${agent.name}。你问的是“${quoted}”。这里是练习用的扣子，没有接入模型，但你的令牌和请求都是对的。`;
  }
}

function quote(text: string): string {
  const characters = Array.from(text);
  return characters.length > quotedLimit ? `${characters.slice(0, quotedLimit).join('')}……` : text;
}

function part(
  { newId }: Source,
  type: MessageType,
  content: string,
  more: Partial<Pick<ReplyPart, 'pieces' | 'reasoning' | 'speech'>> = {},
): ReplyPart {
  return { id: newId(), type, content, reasoning: null, pieces: [], speech: [], ...more };
}
