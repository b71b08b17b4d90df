import { changeDraft } from '../tabs-store.ts';
import type { BodyDraft } from './request-draft.ts';

/** Changes the body of the request in sight. `place` names what was edited. */
export function changeBody(place: string, change: (body: BodyDraft) => BodyDraft): void {
  changeDraft(`body ${place}`, (draft) => {
    const body = change(draft.body);
    return body === draft.body ? draft : { ...draft, body };
  });
}
