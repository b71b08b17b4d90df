import type { EventPayload } from '../../shared/bridge.ts';
import { call } from './bridge-client.ts';
import { addLasting, attempt, dismissToast } from './toast-store.ts';

type Notice = EventPayload<'notice'>;

interface Shown {
  readonly toastId: number;
  readonly notification: Notification | null;
}

const shown = new Map<string, Shown>();

const act = (id: string, actionId: string | null) => attempt(call('notices.act', { id, actionId }));

/** A notice of the system beside the one in the page, where the person allowed it and looks elsewhere. */
function notifyOutside({ id, title, body }: Notice): Notification | null {
  if (!('Notification' in window) || Notification.permission !== 'granted' || !document.hidden) return null;
  const notification = new Notification(title, { body, tag: id });
  notification.addEventListener('click', () => {
    window.focus();
    void act(id, null);
  });
  return notification;
}

/** Takes a notice away; one that is not shown is no failure. */
export function takeNoticeAway(id: string): void {
  const found = shown.get(id);
  shown.delete(id);
  if (found === undefined) return;
  dismissToast(found.toastId);
  found.notification?.close();
}

/** Shows a notice of a host that shows none itself, in the page and, where that was allowed, by the browser. */
export function showNotice(notice: Notice): void {
  takeNoticeAway(notice.id);
  const toastId = addLasting({
    text: notice.title,
    detail: notice.body,
    problem: null,
    undo: null,
    actions: notice.actions.map((action) => ({
      label: action.label,
      run: () => act(notice.id, action.id),
    })),
  });
  shown.set(notice.id, { toastId, notification: notifyOutside(notice) });
}
