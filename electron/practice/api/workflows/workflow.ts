import { world } from '../../world.ts';
import type { Collaborated } from '../agents/collaborated.ts';

/** What a workflow of practice Coze does: see `run-script.ts`. */
export type WorkflowScript = 'greet' | 'ask' | 'talk' | 'fail';

export interface Workflow extends Collaborated {
  readonly id: string;
  readonly workspaceId: string;
  /** The app that it belongs to, or `0`. */
  readonly appId: string;
  readonly name: string;
  readonly description: string;
  readonly kind: 'workflow' | 'chatflow';
  readonly script: WorkflowScript;
  /** Null: never published, so it cannot be run. */
  readonly version: string | null;
  /** Epoch seconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

const common = {
  workspaceId: world.workspaceId,
  appId: '0',
  kind: 'workflow',
  version: 'v0.0.1',
  createdAt: 1_736_000_000,
  updatedAt: 1_736_000_000,
  mode: 'single',
  collaboratorIds: [],
} as const;

/** The workflows of practice Coze. No API makes one from nothing. */
export const firstWorkflows: readonly Workflow[] = [
  {
    ...common,
    id: '7436648691700137011',
    name: '打招呼',
    description: '给一个 input，一段一段地打招呼。',
    script: 'greet',
  },
  {
    ...common,
    id: '7436648691700137029',
    name: '问一问',
    description: '中断下来问一个问题，恢复运行后给出回答。',
    script: 'ask',
  },
  {
    ...common,
    id: '7436648691700137047',
    name: '总是出错',
    description: '每次运行都出错。',
    script: 'fail',
  },
  {
    ...common,
    id: '7436648691700137053',
    name: '聊一聊',
    description: '一个对话流。',
    kind: 'chatflow',
    script: 'talk',
  },
  {
    ...common,
    id: '7436648691700137071',
    name: '还没发布',
    description: '草稿，运行时返回 4200。',
    script: 'greet',
    version: null,
  },
];
