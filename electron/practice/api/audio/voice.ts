/** A voice of practice Coze. Times are epoch seconds. */
export interface Voice {
  readonly id: string;
  readonly name: string;
  readonly isSystem: boolean;
  readonly modelType: 'big' | 'small';
  readonly languageCode: string;
  readonly languageName: string;
  readonly previewText: string;
  readonly emotions: readonly string[];
  /** How often it may still be trained; system voices never. */
  readonly trainingsLeft: number;
  /** The lowest tone of its speech, in Hz. */
  readonly baseTone: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const common = {
  isSystem: true,
  languageCode: 'zh',
  languageName: '中文',
  previewText: '你好，我是练习用的音色。',
  trainingsLeft: 0,
  createdAt: 1_735_700_000,
  updatedAt: 1_735_700_000,
} as const;

export const firstVoices: readonly Voice[] = [
  {
    ...common,
    id: '7468512265134768161',
    name: '低音',
    modelType: 'big',
    emotions: ['happy', 'sad', 'neutral'],
    baseTone: 220,
  },
  { ...common, id: '7468512265134768179', name: '高音', modelType: 'small', emotions: [], baseTone: 440 },
];
