import type { WorkflowScript } from './workflow.ts';

/** One node that ran and gave output, in the pieces in which it came. */
export interface NodeRun {
  readonly nodeId: string;
  readonly title: string;
  readonly pieces: readonly string[];
}

export type Inputs = Readonly<Record<string, unknown>>;

/** How a run of a workflow went. */
export type Outcome =
  | { readonly kind: 'finished'; readonly nodes: readonly NodeRun[]; readonly output: string }
  | { readonly kind: 'interrupted'; readonly nodes: readonly NodeRun[] }
  | { readonly kind: 'failed'; readonly nodes: readonly NodeRun[] };

/** The inputs that the start node of each script declares; all of them are texts. */
export const scriptInputs: Readonly<Record<WorkflowScript, readonly string[]>> = {
  greet: ['input'],
  ask: [],
  talk: [],
  fail: [],
};

/** 问答节点触发中断. */
export const questionInterrupt = 2;

export const questionNode: NodeRun = {
  nodeId: '120001',
  title: '问答',
  pieces: ['请问你想查看哪个城市的天气？'],
};

const outputNode = (pieces: readonly string[]): NodeRun => ({ nodeId: '110001', title: '输出', pieces });

const inputText = (inputs: Inputs) => (typeof inputs['input'] === 'string' ? inputs['input'] : '');

/**
 * Runs a script; the same inputs always give the same.
 *
 * @param resumed - what the caller answered to the question of an earlier run, or null
 */
export function runScript(script: WorkflowScript, inputs: Inputs, resumed: string | null): Outcome {
  switch (script) {
    case 'greet': {
      const pieces = ['你好，', inputText(inputs), '！', '这是练习工作流的输出。'];
      return { kind: 'finished', nodes: [outputNode(pieces)], output: pieces.join('') };
    }
    case 'talk': {
      const pieces = ['你说的是“', inputText(inputs), '”，', '我记下了。'];
      return { kind: 'finished', nodes: [outputNode(pieces)], output: pieces.join('') };
    }
    case 'ask': {
      const city = resumed?.trim() ?? '';
      if (city === '') return { kind: 'interrupted', nodes: [questionNode] };
      const pieces = [`${city}：`, '练习用的天气，', '晴，22 度。'];
      return { kind: 'finished', nodes: [outputNode(pieces)], output: pieces.join('') };
    }
    case 'fail':
      return { kind: 'failed', nodes: [] };
  }
}
