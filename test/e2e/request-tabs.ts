import type { LaunchedApp } from './launch.ts';
import type { Screens } from './screens.ts';

/** What a person does to the open requests. */
export interface RequestTabs {
  readonly openNew: () => Promise<void>;
  readonly closeThis: () => Promise<void>;
  readonly reopen: () => Promise<void>;
  readonly goToNext: () => Promise<void>;
}

/** By the keys of the app’s window; a browser keeps these for itself, so there by the mouse. */
export function requestTabsOf({ host }: LaunchedApp, { page, main, t }: Screens): RequestTabs {
  const { tabs } = t.request;
  if (host === 'electron') {
    return {
      openNew: () => page.keyboard.press('Control+t'),
      closeThis: () => page.keyboard.press('Control+w'),
      reopen: () => page.keyboard.press('Control+Shift+T'),
      goToNext: () => page.keyboard.press('Control+Tab'),
    };
  }
  const fromMenu = async (item: string) => {
    await main.getByRole('button', { name: tabs.actions, exact: true }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  return {
    openNew: () => main.getByRole('button', { name: tabs.new, exact: true }).click(),
    closeThis: () => fromMenu(tabs.close),
    reopen: () => fromMenu(tabs.reopen),
    goToNext: async () => {
      const all = main.getByRole('tablist', { name: tabs.label, exact: true }).getByRole('tab');
      const chosen = await all.evaluateAll((found) =>
        found.findIndex((tab) => tab.getAttribute('aria-selected') === 'true'),
      );
      await all.nth((chosen + 1) % (await all.count())).click();
    },
  };
}
