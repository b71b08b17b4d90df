import { beforeEach, describe, expect, test } from 'vitest';
import { emptyAppForm } from '../../../renderer/keys/app-form.ts';
import {
  changeDraft,
  changeKeyDraft,
  newAppId,
  openNewApp,
  select,
  settleDraft,
  settleKeyDraft,
  useKeysStore,
} from '../../../renderer/keys/keys-store.ts';
import type { OAuthApp } from '../../../shared/coze/app.ts';

const stored = { id: 'app-1', name: 'Demo' } as OAuthApp;
const saved = { ...emptyAppForm, name: 'Demo' };
const { drafts, keyDrafts } = useKeysStore.getState();

beforeEach(() => useKeysStore.setState({ selection: { kind: 'nothing' }, drafts, keyDrafts }));

describe('a form that was stored', () => {
  test('has nothing unsaved any more', () => {
    changeDraft('app-1', saved);
    settleDraft('app-1', saved, stored);
    expect(useKeysStore.getState().drafts).toEqual({});
  });

  test('keeps what was typed while it was on its way', () => {
    changeDraft('app-1', saved);
    changeDraft('app-1', { ...saved, name: 'Demo, second line' });
    settleDraft('app-1', saved, stored);
    expect(useKeysStore.getState().drafts).toEqual({ 'app-1': { ...saved, name: 'Demo, second line' } });
  });

  test('of a new app is that app’s from then on, with what was typed meanwhile', () => {
    openNewApp({ name: 'Demo' });
    changeDraft(newAppId, { ...saved, name: 'Demo 2' });
    settleDraft(newAppId, saved, stored);
    expect(useKeysStore.getState()).toMatchObject({
      selection: { kind: 'app', id: 'app-1' },
      drafts: { 'app-1': { name: 'Demo 2' } },
    });
    expect(useKeysStore.getState().drafts).not.toHaveProperty(newAppId);
  });

  test('does not take the screen back from what was opened meanwhile', () => {
    openNewApp({ name: 'Demo' });
    const draft = useKeysStore.getState().drafts[newAppId];
    select({ kind: 'key', id: 'key-1' });
    settleDraft(newAppId, draft, stored);
    expect(useKeysStore.getState()).toMatchObject({ selection: { kind: 'key', id: 'key-1' }, drafts: {} });
  });

  test('of a key keeps what was typed meanwhile too', () => {
    const first = { label: 'a', kid: '' };
    changeKeyDraft('key-1', first);
    changeKeyDraft('key-1', { label: 'ab', kid: '' });
    settleKeyDraft('key-1', first);
    expect(useKeysStore.getState().keyDrafts).toEqual({ 'key-1': { label: 'ab', kid: '' } });
    settleKeyDraft('key-1', useKeysStore.getState().keyDrafts['key-1']);
    expect(useKeysStore.getState().keyDrafts).toEqual({});
  });
});
