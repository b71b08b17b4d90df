import { world } from '../../world.ts';

/** What a knowledge base holds: 0 texts, 2 images. */
export type KnowledgeForm = 0 | 2;

/** Times are epoch seconds. */
export interface Dataset {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly description: string;
  readonly form: KnowledgeForm;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A text or an image in a knowledge base. */
export interface KnowledgeDocument {
  readonly id: string;
  readonly datasetId: string;
  readonly form: KnowledgeForm;
  readonly name: string;
  /** The extension, such as `txt`. */
  readonly type: string;
  /** 0 本地文件, 1 在线网页, 5 file_id. */
  readonly sourceType: number;
  readonly url: string;
  readonly sizeBytes: number;
  readonly characters: number;
  readonly caption: string;
  /** In hours, and only for a web page: 0 for never. */
  readonly updateInterval: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** How often its progress was read. */
  readonly reads: number;
}

const charactersPerSlice = 800;
const processingSeconds = 1;

/** True once it was processed: after a second, or when its progress is read for a second time. */
export function isProcessed({ createdAt, reads }: KnowledgeDocument, now: number): boolean {
  return reads >= 2 || now - createdAt >= processingSeconds;
}

/** Into how many parts it was cut. */
export function sliceCount({ characters }: KnowledgeDocument): number {
  return Math.max(1, Math.ceil(characters / charactersPerSlice));
}

/** The knowledge base that is there from the start, empty. */
export const firstDatasets: readonly Dataset[] = [
  {
    id: '7385093717920137011',
    workspaceId: world.workspaceId,
    name: '练习知识库',
    description: '先放几篇文档进来试试。',
    form: 0,
    createdAt: 1_737_000_000,
    updatedAt: 1_737_000_000,
  },
];
