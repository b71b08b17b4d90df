import { type BrowserWindow, dialog } from 'electron';
import type { MenuTexts } from '../../shared/i18n/menu-texts.en.ts';

/** When the page's process dies, says so and loads the page again if the person wants that, else closes the window. */
export function offerReload(window: BrowserWindow, texts: () => MenuTexts): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { reload, closeWindow, pageGone, pageGoneDetail } = texts();
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: pageGone,
      detail: pageGoneDetail,
      buttons: [reload, closeWindow],
      defaultId: 0,
      cancelId: 1,
    });
    if (window.isDestroyed()) return;
    if (response === 0) window.webContents.reload();
    else window.close();
  });
}
