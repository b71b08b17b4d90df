import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/desktop/menu-template.ts';
import { checkExternalLink } from '../../../electron/engine/external-links.ts';
import { commandNames } from '../../../shared/commands.ts';
import { menuTextsEn } from '../../../shared/i18n/menu-texts.en.ts';
import { menuTextsZh } from '../../../shared/i18n/menu-texts.zh.ts';

type Item = ReturnType<typeof menuTemplate>[number];

function template(changes: Partial<Parameters<typeof menuTemplate>[0]> = {}) {
  const calls: string[] = [];
  const items = menuTemplate({
    texts: menuTextsEn,
    platform: 'linux',
    withDeveloperTools: false,
    run: (name) => calls.push(name),
    open: (url) => calls.push(url),
    ...changes,
  });
  return { items, calls, all: items.flatMap((item) => (Array.isArray(item.submenu) ? item.submenu : [])) };
}

function click(item: Item | undefined): void {
  (item?.click as (() => void) | undefined)?.();
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu bar on %s', (platform) => {
  it('has every command once, and each says its name', () => {
    const { all, calls } = template({ platform });
    const commands = all.filter((item) => item.id !== undefined);
    expect(commands.map(({ id }) => id).toSorted()).toEqual(commandNames.toSorted());
    for (const item of commands) click(item);
    expect(calls.toSorted()).toEqual(commandNames.toSorted());
  });

  it('has no shortcut twice', () => {
    const keys = template({ platform }).all.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('labels everything that is no line, so that no system’s own language shows through', () => {
    const { all } = template({ platform, texts: menuTextsZh });
    const labels = all.filter(({ type }) => type !== 'separator').map(({ label }) => label ?? '');
    expect(labels.filter((label) => label === '')).toEqual([]);
  });

  it('has one way to quit and one to the settings', () => {
    const { all } = template({ platform });
    expect(all.filter(({ role }) => role === 'quit')).toHaveLength(1);
    expect(all.filter(({ id }) => id === 'go-settings')).toHaveLength(1);
  });
});

describe('the menu bar', () => {
  it('starts with the app’s own menu on a Mac and nowhere else', () => {
    expect(template({ platform: 'darwin' }).items[0]?.label).toBe('Coze Mint');
    expect(template({ platform: 'linux' }).items[0]?.label).toBe('File');
  });

  it('shows the shortcut for minting and leaves it to the screen', () => {
    const mint = template().all.find(({ id }) => id === 'mint');
    expect(mint).toMatchObject({ accelerator: 'CmdOrCtrl+Return', registerAccelerator: false });
  });

  it('has developer tools only where they are wanted', () => {
    const roles = (withDeveloperTools: boolean) =>
      template({ withDeveloperTools }).all.map(({ role }) => role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
    expect(roles(true)).toContain('toggleDevTools');
  });

  it('links only to pages that may be opened', () => {
    const { items, calls } = template();
    const help = items.find(({ role }) => role === 'help')?.submenu;
    for (const item of Array.isArray(help) ? help : []) click(item);
    expect(calls).toHaveLength(3);
    expect(calls.map(checkExternalLink)).toEqual(calls);
  });
});

describe('the texts of both languages', () => {
  it('name the same things, and none is empty', () => {
    expect(Object.keys(menuTextsZh)).toEqual(Object.keys(menuTextsEn));
    expect(Object.values({ ...menuTextsEn, ...menuTextsZh })).not.toContain('');
  });
});
