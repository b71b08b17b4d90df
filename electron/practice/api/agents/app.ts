import { world } from '../../world.ts';
import type { Collaborated } from './collaborated.ts';

/** A low-code app. No API makes one from nothing; copies are made by `copy_resource_task`. */
export interface LowCodeApp extends Collaborated {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly description: string;
  /** Epoch seconds; null: not published. */
  readonly publishedAt: number | null;
  readonly updatedAt: number;
}

export const firstApps: readonly LowCodeApp[] = [
  {
    id: '7439828073000137211',
    workspaceId: world.workspaceId,
    name: '练习应用',
    description: '带一个对话流的低代码应用。',
    publishedAt: 1_740_000_000,
    updatedAt: 1_740_000_000,
    mode: 'single',
    collaboratorIds: [],
  },
  {
    id: '7439828073000137229',
    workspaceId: world.workspaceId,
    name: '草稿应用',
    description: '还没有发布。',
    publishedAt: null,
    updatedAt: 1_741_000_000,
    mode: 'single',
    collaboratorIds: [],
  },
];
