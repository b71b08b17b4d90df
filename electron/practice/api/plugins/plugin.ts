/** One tool of a plugin. */
export interface PluginTool {
  readonly toolId: string;
  readonly name: string;
  readonly description: string;
  /** The names of the texts that it takes, all required, with what they are for. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What it gives back: a text under `output`. */
  readonly run: (inputs: Readonly<Record<string, string>>) => string;
}

export interface Plugin {
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly nameForModel: string;
  readonly description: string;
  readonly categoryId: string;
  readonly isOfficial: boolean;
  /** Epoch seconds. */
  readonly listedAt: number;
  readonly heat: number;
  readonly tools: readonly [PluginTool, ...PluginTool[]];
}

export const pluginCategories: readonly { readonly id: string; readonly name: string }[] = [
  { id: '7327137275714830373', name: '文字' },
  { id: '7327137275714830391', name: '时间' },
];

/** The plugins of the practice store. They run by themselves and reach nothing. */
export const plugins: readonly Plugin[] = [
  {
    id: '7506818401994735617',
    productId: '7506818401994739911',
    name: '倒着写',
    nameForModel: 'daozhexie',
    description: '把一段文字倒过来。',
    categoryId: '7327137275714830373',
    isOfficial: true,
    listedAt: 1_759_045_245,
    heat: 42,
    tools: [
      {
        toolId: '7506818401994751723',
        name: 'reverse',
        description: '给一段文字，得到倒过来的文字。',
        inputs: { text: '要倒过来的文字' },
        run: ({ text = '' }) => Array.from(text).reverse().join(''),
      },
    ],
  },
  {
    id: '7506818401994735653',
    productId: '7506818401994739947',
    name: '数一数',
    nameForModel: 'shuyishu',
    description: '数一段文字有多少个字。',
    categoryId: '7327137275714830373',
    isOfficial: false,
    listedAt: 1_761_197_207,
    heat: 7,
    tools: [
      {
        toolId: '7506818401994751757',
        name: 'count',
        description: '给一段文字，得到字数。',
        inputs: { text: '要数的文字' },
        run: ({ text = '' }) => String(Array.from(text).length),
      },
    ],
  },
];

/** The plugin with this id, or null. */
export function findPlugin(id: string): Plugin | null {
  return plugins.find((plugin) => plugin.id === id) ?? null;
}
