import type { Locator } from 'playwright-core';
import { fill, pick, type Screens } from './screens.ts';

export interface AppEntries {
  readonly name: string;
  readonly baseUrl: string;
  readonly clientId: string;
  /** The name of a stored key to sign with. */
  readonly keyLabel: string;
}

/** The screen of keys and apps: its two lists, its dialogs, its forms. */
export interface KeysScreen {
  readonly apps: Locator;
  readonly keys: Locator;
  /** The dialog of a key on its way in; only one dialog is ever open. */
  readonly importDialog: Locator;
  /** The text that is to be imported, as it stands in the dialog. */
  readonly pasteField: Locator;
  readonly openImport: () => Promise<void>;
  /** Opens the dialog, pastes and reads. */
  readonly paste: (text: string) => Promise<void>;
  /** Waits for a key that was read, names it and stores it. */
  readonly saveKey: (label: string, kid?: string, hold?: 'keychain' | 'this-run') => Promise<void>;
  /** Opens the dialog, generates and waits for the new key. */
  readonly generate: (bits: 2048 | 3072 | 4096) => Promise<void>;
  readonly openNewApp: () => Promise<void>;
  readonly field: (label: string) => Locator;
  /** Takes a stored key into the open form. */
  readonly attachKey: (label: string) => Promise<void>;
  /** Saves the open form and waits until nothing in it is unsaved. */
  readonly save: () => Promise<void>;
  /** Makes an app of a custom region that signs with a stored key. */
  readonly createApp: (entries: AppEntries) => Promise<void>;
  readonly chooseApp: (name: string) => Promise<void>;
  readonly chooseKey: (label: string) => Promise<void>;
  /** Deletes what the open form shows. */
  readonly delete: (title: string) => Promise<void>;
  /** The order of a list, by name. */
  readonly namesIn: (list: Locator) => Promise<readonly string[]>;
}

export function keysScreenOf({ page, main, t }: Screens): KeysScreen {
  const apps = page.getByRole('grid', { name: t.keys.apps, exact: true });
  const keys = page.getByRole('grid', { name: t.keys.keys, exact: true });
  const importDialog = page.getByRole('dialog');
  const pasteField = importDialog.getByRole('textbox', { name: t.keys.import.text, exact: true });
  const field = (label: string) => main.getByRole('textbox', { name: label, exact: true });
  const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true });

  const addKey = async (entry: string) => {
    const section = page.getByRole('region', { name: t.keys.keys, exact: true });
    await button(section, t.keys.moreKeys).click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
  };
  const openImport = async () => {
    await addKey(t.keys.form.importNew);
    await pasteField.waitFor();
  };
  const openNewApp = async () => {
    await button(page.getByRole('region', { name: t.keys.apps, exact: true }), t.keys.newApp).click();
    await main.getByRole('heading', { name: t.keys.form.create, exact: true }).waitFor();
  };
  const attachKey = async (label: string) => {
    await button(main, t.keys.form.addKey).click();
    await page.getByRole('menuitem', { name: label, exact: true }).click();
    await main.getByRole('radio', { name: `${t.keys.form.inUse}: ${label}`, exact: true }).waitFor();
  };
  const save = async () => {
    await button(main, t.frame.save).click();
    await main.getByRole('button', { name: t.frame.save, exact: true, disabled: true }).waitFor();
  };

  return {
    apps,
    keys,
    importDialog,
    pasteField,
    openImport,
    paste: async (text) => {
      await openImport();
      await pasteField.fill(text);
      await button(importDialog, t.keys.import.read).click();
    },
    saveKey: async (label, kid = '', hold = 'keychain') => {
      await importDialog.getByRole('textbox', { name: t.keys.import.label, exact: true }).fill(label);
      if (kid !== '') await importDialog.getByRole('textbox', { name: 'kid', exact: true }).fill(kid);
      const words = hold === 'keychain' ? t.keys.import.saveKeychain : t.keys.import.saveThisRun;
      await button(importDialog, words).click();
      await importDialog.waitFor({ state: 'detached' });
    },
    generate: async (bits) => {
      await addKey(t.keys.form.generateNew);
      const dialog = page.getByRole('dialog', { name: t.keys.generateDialog.title, exact: true });
      await pick(dialog.getByRole('radio', { name: String(bits), exact: true }));
      await button(dialog, t.keys.generateDialog.action).click();
      const found = fill(t.keys.import.bits, { bits });
      await importDialog.getByText(found, { exact: true }).waitFor({ timeout: 45_000 });
    },
    openNewApp,
    field,
    attachKey,
    save,
    createApp: async ({ name, baseUrl, clientId, keyLabel }) => {
      await openNewApp();
      await field(t.keys.form.name).fill(name);
      await pick(main.getByRole('radio', { name: t.keys.form.regions.custom, exact: true }));
      await field(t.keys.form.baseUrl).fill(baseUrl);
      await field(t.keys.form.clientId).fill(clientId);
      await attachKey(keyLabel);
      await save();
      await main.getByRole('heading', { name, exact: true }).waitFor();
    },
    chooseApp: async (name) => {
      await apps.getByRole('row', { name, exact: true }).click();
      await main.getByRole('heading', { name, exact: true }).waitFor();
    },
    chooseKey: async (label) => {
      await keys.getByRole('row', { name: label, exact: true }).click();
      await main.getByRole('heading', { name: label, exact: true }).waitFor();
    },
    delete: async (title) => {
      await button(main, t.frame.delete).click();
      const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
      await dialog.getByRole('heading', { name: title, exact: true }).waitFor();
      await button(dialog, t.frame.delete).click();
      await dialog.waitFor({ state: 'detached' });
    },
    namesIn: (list) =>
      list.getByRole('row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? '')),
  };
}
