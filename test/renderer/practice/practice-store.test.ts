import { beforeEach, expect, it } from 'vitest';
import { useAppStore } from '../../../renderer/app/app-store.ts';
import {
  changePort,
  dismissStartProblem,
  startPractice,
  usePracticeStore,
} from '../../../renderer/practice/practice-store.ts';
import { noFaults } from '../../../shared/practice-faults.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { fakeBridge } from '../fake-bridge.ts';

const stopped = { running: false, url: null, port: null, faults: noFaults };
const problem = () => usePracticeStore.getState().startProblem?.code ?? null;

beforeEach(async () => {
  useAppStore.setState({ practice: stopped });
  fakeBridge({
    'practice.start': () => {
      throw new ProblemError('practice/port-in-use', { params: { port: 4000 } });
    },
  });
  await startPractice(4000);
  expect(problem()).toBe('practice/port-in-use');
});

it('forgets why it could not start once it runs, however it was started', () => {
  useAppStore.setState({ practice: { ...stopped, running: true, url: 'http://127.0.0.1:1', port: 1 } });
  expect(problem()).toBeNull();
});

it('forgets it when another port is typed, and when it is dismissed', async () => {
  changePort('4001');
  expect(problem()).toBeNull();
  expect(usePracticeStore.getState().portText).toBe('4001');
  await startPractice(4001);
  dismissStartProblem();
  expect(problem()).toBeNull();
});
