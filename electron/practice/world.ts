/** One agent of practice Coze. */
export interface PracticeBot {
  /** Decimal digits of a 64-bit integer beyond 2^53: a float cannot hold it. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly prologue: string;
  readonly prompt: string;
  /** Epoch seconds. */
  readonly publishedAt: number;
}

/** What exists in practice Coze from the start. Every id is the decimal text of an integer, except `enterpriseId`. */
export interface PracticeWorld {
  readonly userId: string;
  readonly userName: string;
  readonly nickName: string;
  readonly workspaceId: string;
  readonly folderId: string;
  readonly accountId: string;
  readonly enterpriseId: string;
  /** The API channel, as Coze numbers it. */
  readonly connectorId: string;
  readonly bots: readonly [PracticeBot, PracticeBot, PracticeBot];
  readonly botIds: readonly [string, string, string];
  /** The agent that asks its caller's own tool about the weather. */
  readonly weatherBotId: string;
}

const mintGuide: PracticeBot = {
  id: '7428668101234567891',
  name: '薄荷向导',
  description: '带你走一遍令牌签发和接口调用。',
  prologue:
    '你好，我是薄荷向导。问我任何关于令牌的问题吧。说“数到 20”，我就一个一个数（最多 10000）；说“失败 4028”，这次对话就以这个错误码失败；问“我刚才说了什么”，我会告诉你。',
  prompt: '你是一位耐心的向导，用简短的中文解释 OAuth JWT 授权。',
  publishedAt: 1_735_689_600,
};

const replyCat: PracticeBot = {
  id: '7428668109876543213',
  name: '复读猫',
  description: '把你说的话原样说一遍。',
  prologue: '喵，你说什么我就说什么。',
  prompt: '你是一只会复述的猫。',
  publishedAt: 1_738_368_000,
};

const weatherClerk: PracticeBot = {
  id: '7428668112233445577',
  name: '天气员',
  description: '查天气要用你这边的工具：对话停在 requires_action，等你提交结果。',
  prologue: '说“杭州天气”，我会请你执行 get_weather，再根据你提交的结果回答。',
  prompt: '你是一位天气员，天气要用端插件 get_weather 查。',
  publishedAt: 1_740_787_200,
};

/** The literal people, places and agents of practice Coze; the same in every run. */
export const world: PracticeWorld = {
  userId: '2478774393250001239',
  userName: 'practice_user',
  nickName: '练习用户',
  workspaceId: '7376202366292912347',
  folderId: '7523161255335420017',
  accountId: '2100000000000000137',
  enterpriseId: 'volcano_2101950000000137',
  connectorId: '1024',
  bots: [mintGuide, replyCat, weatherClerk],
  botIds: [mintGuide.id, replyCat.id, weatherClerk.id],
  weatherBotId: weatherClerk.id,
};
