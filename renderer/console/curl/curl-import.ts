import i18next from 'i18next';
import { create } from 'zustand';
import { readCurl } from '../../../shared/curl/read-curl.ts';
import { showRemark } from '../../app/toast-store.ts';
import { apiOriginOf } from '../surroundings.ts';
import { changeDraft, chooseToken, openFilledDraft, showView, tabOf, useTabsStore } from '../tabs-store.ts';
import { curlRemarks, needsDialog } from './curl-remarks.ts';
import { draftOfCurl, hasOwnCredential } from './draft-of-curl.ts';
import { looksLikeCurl } from './looks-like-curl.ts';

interface CurlDialog {
  readonly isOpen: boolean;
  /** May hold a credential: it goes when the dialog is closed. */
  readonly text: string;
}

const closed: CurlDialog = { isOpen: false, text: '' };

export const useCurlDialog = create<CurlDialog>()(() => closed);

export function openCurlDialog(): void {
  useCurlDialog.setState({ isOpen: true, text: '' });
}

export function closeCurlDialog(): void {
  useCurlDialog.setState(closed);
}

/** The API of the app or token that the request in sight is sent with; null while it is unknown. */
export const chosenOrigin = () => apiOriginOf(tabOf(useTabsStore.getState())?.tokenChoice ?? { kind: 'app' });

/**
 * Takes a pasted curl command as the request in sight, which undo takes back; what of the command could not be taken over is
 * said in the dialog first, the rest of what there is to know in passing. False for any other text.
 */
export function openCurl(text: string): boolean {
  if (!looksLikeCurl(text)) return false;
  const reading = readCurl(text);
  const draft = draftOfCurl(reading, chosenOrigin());
  const language = i18next.language === 'zh' ? 'zh' : 'en';
  const remarks = curlRemarks(reading, draft, i18next.getFixedT(null, 'request'), language);
  if (draft === null || needsDialog(reading, remarks)) {
    useCurlDialog.setState({ isOpen: true, text });
  } else {
    changeDraft('curl', (now) => ({ ...draft, variableSetId: now.variableSetId }));
    if (hasOwnCredential(draft)) chooseToken({ kind: 'none' });
    if (draft.body.kind !== 'none') showView('body');
    for (const { text } of remarks) showRemark(text);
  }
  return true;
}

/** Opens the request of the command in the dialog; false when there is none. */
export function openCurlOfDialog(): boolean {
  const draft = draftOfCurl(readCurl(useCurlDialog.getState().text), chosenOrigin());
  if (draft === null) return false;
  openFilledDraft(draft);
  if (hasOwnCredential(draft)) chooseToken({ kind: 'none' });
  closeCurlDialog();
  return true;
}
