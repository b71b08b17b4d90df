import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { en } from '../../renderer/i18n/en.ts';
import { zh } from '../../renderer/i18n/zh.ts';
import { endpoints } from '../../shared/coze/endpoints.ts';
import { describeProblem, type ProblemDescription } from '../../shared/i18n/describe-problem.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';

export type Language = 'en' | 'zh';
export type ScreenName = keyof typeof en.frame.screens;

/** How long what is on the screens may take to come true, in milliseconds. */
const patience = 15_000;

/** What a person finds on the screens: by role and by the words of one language. */
export interface Screens {
  readonly page: Page;
  readonly t: typeof en;
  /** The part of the window that the open screen fills. */
  readonly main: Locator;
  readonly go: (name: ScreenName) => Promise<void>;
  /** What is said about a problem in this language. */
  readonly problem: (code: ProblemCode, params?: Problem['params']) => ProblemDescription;
  /** The countdown of the title bar, in seconds; null when it shows none. */
  readonly secondsLeft: () => Promise<number | null>;
  /** Takes the first way of the first page and waits for the token. */
  readonly tryPractice: () => Promise<void>;
  /** The button that mints; its name goes on with the shortcut. */
  readonly mintButton: Locator;
  readonly tokens: Locator;
  readonly chooseEndpoint: (id: string) => Promise<void>;
  /** Sends what stands in the form and waits for an answer with this HTTP status. */
  readonly send: (status: number) => Promise<void>;
  /** Closes whatever lies over the screen. */
  readonly closeDialogs: () => Promise<void>;
  readonly answer: Locator;
  /** The JSON of the answer as text, laid out, as it stands on the screen. */
  readonly answerText: () => Promise<string>;
}

/** The start of a name as a pattern, whatever follows. */
export function startsWith(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** A text of the screens with its `{{parameters}}` filled in. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));
}

/** Seconds of a countdown such as `14:59` or `1:02:03`; null for anything else. */
export function parseCountdown(text: string): number | null {
  const match = /^(?:(\d+):)?(\d\d):(\d\d)$/.exec(text.trim());
  if (match === null) return null;
  const [, hours = '0', minutes, seconds] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Chooses one of several with the mouse, where a person would: on the label that holds the radio button. */
export async function pick(radio: Locator): Promise<void> {
  await radio.locator('xpath=ancestor::label').click();
}

/** Puts `text` in the place of what stands in an editor, as pasting does: in one step for undo. */
export async function retype(editor: Locator, text: string): Promise<void> {
  await editor.press('ControlOrMeta+a');
  await editor.page().keyboard.insertText(text);
}

/** Lets a file fall onto the window, as from a folder. */
export async function dropFile(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ({ name, content }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    { name, content },
  );
}

export function screensOf(page: Page, language: Language = 'en'): Screens {
  page.setDefaultTimeout(patience);
  // The texts of both languages have the same keys; only the words differ.
  const t = (language === 'zh' ? zh : en) as typeof en;
  const main = page.getByRole('main');
  const answer = page.getByRole('region', { name: t.console.answer, exact: true });
  const countdown = page.getByTestId('token-in-use');

  return {
    page,
    t,
    main,
    go: async (name) => {
      const rail = page.getByRole('navigation', { name: t.frame.navigation, exact: true });
      await rail.getByRole('button', { name: t.frame.screens[name], exact: true }).click();
      await page.getByRole('main', { name: t.frame.screens[name], exact: true }).waitFor();
    },
    problem: (code, params = {}) => describeProblem({ code, params }, language),
    secondsLeft: async () => parseCountdown(await countdown.innerText()),
    tryPractice: async () => {
      await main.getByRole('button', { name: t.mint.welcome.practice, exact: true }).click();
      await countdown.waitFor();
    },
    mintButton: main.getByRole('button', { name: new RegExp(`^${t.mint.action}\\s*(Ctrl|⌘)`) }),
    tokens: page.getByRole('region', { name: startsWith(t.mint.tokens) }).getByRole('listitem'),
    chooseEndpoint: async (id) => {
      const endpoint = endpoints.find((candidate) => candidate.id === id);
      if (endpoint === undefined) throw new Error(`There is no endpoint ${id}.`);
      const name = language === 'zh' ? endpoint.name_zh : endpoint.name_en;
      await page.getByRole('searchbox', { name: t.console.search }).fill(endpoint.path);
      const row = `${name} ${endpoint.method} ${endpoint.path}`;
      await page.getByRole('treegrid').getByRole('row', { name: row, exact: true }).click();
      await page.getByRole('region', { name, exact: true }).waitFor();
    },
    send: async (status) => {
      await page.getByRole('button', { name: startsWith(t.console.send) }).click();
      await expect.poll(() => answer.getByRole('status').first().innerText()).toContain(`${status}`);
      await expect.poll(() => answer.getAttribute('aria-busy')).toBe('false');
    },
    closeDialogs: async () => {
      const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
      if ((await dialog.count()) === 0) return;
      const cancel = dialog.getByRole('button', { name: t.frame.cancel, exact: true });
      const ending = cancel.or(dialog.getByRole('button', { name: t.frame.close, exact: true }));
      if ((await ending.count()) > 0) await ending.click();
      else await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    },
    answer,
    answerText: async () => {
      await pick(answer.getByRole('radio', { name: t.answer.text, exact: true }));
      const editor = answer.getByRole('textbox', { name: t.console.answer, exact: true });
      return (await editor.innerText()).replaceAll('\u00a0', ' ');
    },
  };
}
