import { Notification } from 'electron';
import type { HostNotice, HostServices } from '../engine.ts';

/**
 * Notices by the system's own means. Where the system shows no buttons, a click opens the window, in which everything can
 * be done as well.
 */
export function systemNotices(openWindow: () => void): Pick<HostServices, 'notify' | 'dismissNotice'> {
  const shown = new Map<string, Notification>();

  function dismissNotice(id: string): void {
    const notification = shown.get(id);
    shown.delete(id);
    notification?.close();
  }

  function notify({ id, title, body, actions, onAction }: HostNotice): void {
    dismissNotice(id);
    if (!Notification.isSupported()) return;
    const notification = new Notification({
      title,
      body,
      actions: actions.map(({ label }) => ({ type: 'button', text: label })),
    });
    notification.on('click', () => {
      openWindow();
      onAction(null);
    });
    notification.on('action', (_event, index) => onAction(actions[index]?.id ?? null));
    notification.on('close', () => {
      if (shown.get(id) === notification) shown.delete(id);
    });
    shown.set(id, notification);
    notification.show();
  }

  return { notify, dismissNotice };
}
